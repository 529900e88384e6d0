// What the engine found -> a line of JSON, without the messages in between: in
// a batch they took half as long as the engine.

#ifndef STANCE_CLIENT_ANSWER_JSON_H_
#define STANCE_CLIENT_ANSWER_JSON_H_

#include <string>
#include <string_view>

#include "service/engine/analysis.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/server/request.h"

namespace stance::client {

// Appends the bytes that AppendJson (json_writer.h) makes of what WriteReply
// (service/server/reply.h) fills. Threads may call it at once.
void AppendAnswerJson(const Analysis& analysis, const ArticleRequest& request,
                      std::string_view article_id,
                      const stance::Lexicon& lexicon, std::string* out);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ANSWER_JSON_H_

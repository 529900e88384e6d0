// What the engine found -> what a caller gets.
//
// Offsets are turned into the unit that was asked for, empty mentions are left
// out, nothing else changes. For messages of stance.v1 (the client's own
// engine) and of stance.wire.v1 (the server).

#ifndef STANCE_SERVER_REPLY_H_
#define STANCE_SERVER_REPLY_H_

#include <string_view>

#include "service/engine/analysis.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/server/request.h"
#include "stance/v1/stance_service.pb.h"
#include "stance/wire/v1/stance_service.pb.h"

namespace stance {

// Fills `reply`, which must be empty. `analysis` is what a Classifier over
// `lexicon` found in `request`; `article_id` is echoed.
void WriteReply(const Analysis& analysis, const ArticleRequest& request,
                std::string_view article_id, const Lexicon& lexicon,
                v1::ClassifyArticleResponse* reply);
void WriteReply(const Analysis& analysis, const ArticleRequest& request,
                std::string_view article_id, const Lexicon& lexicon,
                wire::v1::ClassifyArticleResponse* reply);

}  // namespace stance

#endif  // STANCE_SERVER_REPLY_H_

// Over every annotated article, ours and those of $STANCE_EVAL_DIR: each span
// is the text it says it is, in each offset encoding, the same request gives
// the same bytes every time, and JSON that is written straight away is that of
// the message.

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "client/answer_json.h"
#include "client/eval/gold_files.h"
#include "client/json_writer.h"
#include "service/server/reply.h"
#include "service/server/request.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

// The code units of a part in one encoding, and back to UTF-8.
std::string Slice(const std::string& utf8, uint32_t begin, uint32_t end,
                  v1::OffsetEncoding encoding) {
  std::string slice;
  uint32_t at = 0;
  for (size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const size_t length = lead < 0x80   ? 1
                          : lead < 0xE0 ? 2
                          : lead < 0xF0 ? 3
                                        : 4;
    const uint32_t units = encoding == v1::OFFSET_ENCODING_UTF32 ? 1
                           : encoding == v1::OFFSET_ENCODING_UTF16
                               ? (length == 4 ? 2 : 1)
                               : length;
    if (at >= begin && at < end) slice += utf8.substr(i, length);
    at += units;
    i += length;
  }
  return slice;
}

// Visits every Mention in a message, however deep.
template <typename Visitor>
void EachMention(const google::protobuf::Message& message, Visitor visit) {
  if (message.GetDescriptor()->full_name() == "stance.v1.Mention") {
    visit(static_cast<const v1::Mention&>(message));
    return;
  }
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE)
      continue;
    const auto* reflection = message.GetReflection();
    if (!field->is_repeated()) {
      EachMention(reflection->GetMessage(message, field), visit);
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      EachMention(reflection->GetRepeatedMessage(message, field, i), visit);
    }
  }
}

TEST(CorpusAnswersTest, SpansHoldAndAnswersRepeat) {
  std::vector<std::string> places = {STANCE_SOURCE_DIR "/tests/corpus"};
  const char* const more = std::getenv("STANCE_EVAL_DIR");
  if (more != nullptr && *more != '\0') places.push_back(more);
  const auto files = client::FindGoldFiles(places);
  ASSERT_TRUE(files.ok()) << files.status();
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  int mentions = 0;
  for (const std::string& file : *files) {
    const auto gold = client::ReadGold(file);
    ASSERT_TRUE(gold.ok()) << gold.status();
    for (const eval::v1::GoldArticle& annotated : *gold) {
      v1::Article article;
      article.set_title(annotated.title());
      article.set_text(annotated.text());
      for (const auto encoding :
           {v1::OFFSET_ENCODING_UTF8, v1::OFFSET_ENCODING_UTF16,
            v1::OFFSET_ENCODING_UTF32}) {
        SCOPED_TRACE(annotated.id() + ", " + v1::OffsetEncoding_Name(encoding));
        v1::ClassifyOptions options;
        options.set_offset_encoding(encoding);
        options.set_explain(true);
        options.set_include_derived(true);
        options.set_include_unknown(true);
        const auto request = ReadRequest(article, options, {});
        ASSERT_TRUE(request.ok()) << request.status();
        std::string bytes;
        for (int time = 0; time < 2; ++time) {
          const auto analysis =
              classifier.Classify(request->article, request->options, &scratch);
          ASSERT_TRUE(analysis.ok()) << analysis.status();
          v1::ClassifyArticleResponse reply;
          WriteReply(*analysis, *request, annotated.id(), classifier.lexicon(),
                     &reply);
          EachMention(reply, [&](const v1::Mention& mention) {
            ++mentions;
            const std::string& part = mention.part() == v1::PART_TITLE
                                          ? article.title()
                                          : article.text();
            EXPECT_EQ(Slice(part, mention.begin(), mention.end(), encoding),
                      mention.text());
          });
          std::string of_message, straight;
          client::AppendJson(reply, &of_message);
          client::AppendAnswerJson(*analysis, *request, annotated.id(),
                                   classifier.lexicon(), &straight);
          EXPECT_EQ(straight, of_message);
          if (time == 0) {
            bytes = reply.SerializeAsString();
          } else {
            EXPECT_EQ(reply.SerializeAsString(), bytes);
          }
        }
      }
    }
  }
  EXPECT_GT(mentions, 1000);
}

}  // namespace
}  // namespace stance

// The server's twins of the public messages are the same on the wire.

#include <google/protobuf/descriptor.h>

#include <set>
#include <string>

#include "gtest/gtest.h"
#include "stance/v1/stance_service.pb.h"
#include "stance/wire/v1/stance_service.pb.h"

namespace stance {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

void ExpectSameFields(const Descriptor& original, const Descriptor& twin,
                      std::set<std::string>* seen) {
  if (&original == &twin || !seen->insert(original.full_name()).second) return;
  SCOPED_TRACE(original.full_name());
  ASSERT_EQ(original.field_count(), twin.field_count());
  for (int i = 0; i < original.field_count(); ++i) {
    const FieldDescriptor& field = *original.field(i);
    SCOPED_TRACE(field.name());
    const FieldDescriptor* other = twin.FindFieldByNumber(field.number());
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(field.name(), other->name());
    EXPECT_EQ(field.label(), other->label());
    // Enums stay enums, messages messages; only strings change.
    EXPECT_EQ(field.type() == FieldDescriptor::TYPE_STRING
                  ? FieldDescriptor::TYPE_BYTES
                  : field.type(),
              other->type());
    if (field.type() == FieldDescriptor::TYPE_MESSAGE) {
      ExpectSameFields(*field.message_type(), *other->message_type(), seen);
    }
  }
}

TEST(WireTwinTest, SameFieldsWithBytesForStrings) {
  std::set<std::string> seen;
  ExpectSameFields(*v1::ClassifyArticleRequest::descriptor(),
                   *wire::v1::ClassifyArticleRequest::descriptor(), &seen);
  ExpectSameFields(*v1::ClassifyArticlesRequest::descriptor(),
                   *wire::v1::ClassifyArticlesRequest::descriptor(), &seen);
  ExpectSameFields(*v1::ClassifyArticlesResponse::descriptor(),
                   *wire::v1::ClassifyArticlesResponse::descriptor(), &seen);
  EXPECT_EQ(seen.count("stance.v1.Article"), 1u);
  EXPECT_EQ(seen.count("stance.v1.DerivationStep"), 1u);
}

}  // namespace
}  // namespace stance

// Counts as a table of two columns, and in words.

#ifndef STANCE_CLIENT_LEXICON_COUNTS_H_
#define STANCE_CLIENT_LEXICON_COUNTS_H_

#include <google/protobuf/repeated_field.h>

#include <cstdint>
#include <string>

#include "stance/authoring/v1/authoring.pb.h"

namespace stance::client {

// One line a count; those of a part ("actors/country") are indented.
std::string CountsAsText(
    const google::protobuf::RepeatedPtrField<authoring::v1::Count>& counts);

// "1 error", "2 errors", "no errors"
std::string Counted(uint64_t count, const char* what);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_COUNTS_H_

// mapping.txtpb as a string (mapping_text.cc.in).

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_TEXT_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_TEXT_H_

namespace stance::client::petrarch {

extern const char* const kMappingText;

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_TEXT_H_

// Lines and beginnings of lines that say where a text comes from. Internal to
// engine/text.

#ifndef STANCE_ENGINE_TEXT_DATELINES_H_
#define STANCE_ENGINE_TEXT_DATELINES_H_

#include <cstdint>

#include "service/engine/text/text.h"

namespace stance::text_internal {

// The end (token) of the dateline that the paragraph [begin, end) opens with,
// or `begin` where it opens with none. Known by shape alone:
//
//   LONDON —                            N'DJAMENA, Jan 19 (Newsline) -
//   BONN, Germany (Agency) –            BRUSSELS/FRANKFURT, June 12 —
//   GENEVA (3 February) –               MOSCOW, October 11. /State Service/.
//   WOLLONGONG:                         (Agency) -
//
// not "Ottawa — and its mayor — refused", nor "SMITH: No." in a transcript.
// `paragraph` is the paragraph's number, from 0.
uint32_t FindDateline(const Text& text, uint32_t begin, uint32_t end,
                      uint32_t paragraph);

// True where the whole paragraph is a byline: the byline word and names.
bool IsByline(const TextRules& rules, const Text& text, uint32_t begin,
              uint32_t end);

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_DATELINES_H_

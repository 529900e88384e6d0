#include "service/engine/lexicon/example.h"

namespace stance {

const std::string& Example::File() const { return source->path; }

uint32_t Example::Line() const {
  return source->lines == nullptr
             ? 0
             : source->lines->Within(origin.field, origin.index, FieldOf(kind),
                                     number);
}

std::string_view FieldOf(Example::Kind kind) {
  switch (kind) {
    case Example::Kind::kExample:
      return "example";
    case Example::Kind::kCounterExample:
      return "counter_example";
    case Example::Kind::kKnownBug:
      return "known_bug";
  }
  return {};
}

}  // namespace stance

#include "client/polarity.h"

namespace stance::client {

std::string_view PolarityWord(v1::Polarity polarity) {
  switch (polarity) {
    case v1::POLARITY_SUPPORTS:
      return "supports";
    case v1::POLARITY_OPPOSES:
      return "opposes";
    case v1::POLARITY_NEUTRAL:
      return "neutral";
    default:
      return "unknown";
  }
}

}  // namespace stance::client

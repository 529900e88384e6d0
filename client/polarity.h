// The word for a polarity, the same in tables, files and figures.

#ifndef STANCE_CLIENT_POLARITY_H_
#define STANCE_CLIENT_POLARITY_H_

#include <string_view>

#include "stance/v1/analysis.pb.h"

namespace stance::client {

// "supports" for POLARITY_SUPPORTS; "unknown" for what is no polarity.
std::string_view PolarityWord(v1::Polarity polarity);

}  // namespace stance::client

#endif  // STANCE_CLIENT_POLARITY_H_

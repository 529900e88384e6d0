// What numbers flags take: checks for CLI::Option, empty where all is well.

#ifndef STANCE_CLIENT_NUMBER_CHECKS_H_
#define STANCE_CLIENT_NUMBER_CHECKS_H_

#include <string>

namespace stance::client {

// 0 to 1.
std::string CheckConfidence(const std::string& text);

// A whole number from 0 on.
std::string CheckCount(const std::string& text);

// A whole number from 1 on.
std::string CheckPositiveCount(const std::string& text);

}  // namespace stance::client

#endif  // STANCE_CLIENT_NUMBER_CHECKS_H_

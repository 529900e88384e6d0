// Errors of usage in one line, the words that stancectl does not know first.

#ifndef STANCE_CLIENT_USAGE_ERROR_H_
#define STANCE_CLIENT_USAGE_ERROR_H_

#include <CLI/App.hpp>
#include <string>

namespace stance::client {

// What `error`, of parsing the command line of `program`, is about: what was
// typed and is not known, with the name that it is near to, else what the error
// says; and the command to ask for help.
std::string DescribeUsageError(const CLI::App& program,
                               const CLI::ParseError& error);

// `word` is no command of `app`; the one that it is near to.
std::string NoSuchCommand(const CLI::App& app, const std::string& word);

}  // namespace stance::client

#endif  // STANCE_CLIENT_USAGE_ERROR_H_

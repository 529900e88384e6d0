// The flags that say what is asked of each article: --min-confidence, --actor,
// --issue, --target, --polarity, --derived, --unknown, --explain.

#ifndef STANCE_CLIENT_OPTION_FLAGS_H_
#define STANCE_CLIENT_OPTION_FLAGS_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "client/answerer.h"
#include "client/stance_filter.h"
#include "stance/v1/options.pb.h"

namespace stance::client {

class OptionFlags {
 public:
  // Adds the flags to a command. The object must outlive the parsing.
  void AddTo(CLI::App* command);

  // Only those that the answerer is asked: for commands that show no stances.
  void AddAskedTo(CLI::App* command);

  // Looks up --issue, and --actor where it is an id, with whoever answers. An
  // exit code; says on standard error what the lexicon does not have.
  int FindNames(Answerer* answerer);

  // What the answerer is asked; whether the values make sense is its to say.
  v1::ClassifyOptions Options() const;

  // Whether they ask for some stances rather than all.
  bool Narrow() const;

  // What is left out of its answers then.
  StanceFilter Filter() const;

 private:
  // --actor holds nothing but ids, which the answerer can look for itself.
  bool ActorsAreIds() const;

  float min_confidence_ = 0;
  std::vector<std::string> actors_;
  std::vector<std::string> issues_;
  std::vector<std::string> targets_;
  std::vector<std::string> polarities_;
  bool derived_ = false;
  bool unknown_ = false;
  bool explain_ = false;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_OPTION_FLAGS_H_

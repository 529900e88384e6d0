// The flags that say what is asked of each article: --min-confidence,
// --explain.

#ifndef STANCE_CLIENT_OPTION_FLAGS_H_
#define STANCE_CLIENT_OPTION_FLAGS_H_

#include <CLI/App.hpp>

#include "stance/v1/options.pb.h"

namespace stance::client {

class OptionFlags {
 public:
  // Adds the flags to a command. The object must outlive the parsing.
  void AddTo(CLI::App* command);

  // As the flags say; whether the values make sense is the answerer's to say.
  v1::ClassifyOptions Options() const;

 private:
  float min_confidence_ = 0;
  bool explain_ = false;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_OPTION_FLAGS_H_

#include "client/option_flags.h"

#include <CLI/CLI.hpp>

namespace stance::client {

void OptionFlags::AddTo(CLI::App* command) {
  command->add_option("--min-confidence", min_confidence_,
                      "Leave out stances below it, 0 to 1");
  command->add_flag("--explain", explain_, "Show how each stance came about");
}

v1::ClassifyOptions OptionFlags::Options() const {
  v1::ClassifyOptions out;
  out.set_min_confidence(min_confidence_);
  out.set_explain(explain_);
  return out;
}

}  // namespace stance::client

#include "client/option_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "client/exit_codes.h"
#include "client/lexicon_names.h"
#include "client/number_checks.h"
#include "client/polarity.h"

namespace stance::client {
namespace {

constexpr v1::Polarity kPolarities[] = {
    v1::POLARITY_SUPPORTS, v1::POLARITY_OPPOSES, v1::POLARITY_NEUTRAL};

constexpr const char* kOptionGroup = "What is asked";

bool IsId(const std::string& actor) {
  return actor.find('/') != std::string::npos &&
         actor.find_first_of("*?[ ") == std::string::npos;
}

}  // namespace

void OptionFlags::AddTo(CLI::App* command) {
  command
      ->add_option("--actor", actors_,
                   "Only what this actor holds: a name, in any case, with * "
                   "and ? as in a shell, or an id (country/CHN); may be given "
                   "several times")
      ->allow_extra_args(false)
      ->group(kOptionGroup);
  command
      ->add_option("--target", targets_,
                   "Only stances whose target holds these words, in any case; "
                   "may be given several times")
      ->allow_extra_args(false)
      ->group(kOptionGroup);
  command
      ->add_option("--polarity", polarities_,
                   "Only supports, opposes or neutral; may be given several "
                   "times")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"supports", "opposes", "neutral"}))
      ->group(kOptionGroup);
  AddAskedTo(command);
}

void OptionFlags::AddAskedTo(CLI::App* command) {
  command
      ->add_option("--min-confidence", min_confidence_,
                   "Leave out stances below it, 0 to 1")
      ->check(CheckConfidence)
      ->group(kOptionGroup);
  command
      ->add_option("--issue", issues_,
                   "Only stances on this issue of the lexicon and those under "
                   "it: an id, a name or a wording of it (issue/carbon-tax, "
                   "\"carbon tax\"); may be given several times")
      ->allow_extra_args(false)
      ->group(kOptionGroup);
  command
      ->add_flag("--derived", derived_,
                 "Also stances that follow from others: who condemns the "
                 "blocking of a deal is for the deal")
      ->group(kOptionGroup);
  command
      ->add_flag("--unknown", unknown_,
                 "Also the words beside which a known holder, target or cue "
                 "was expected and not found: for lexicon authors")
      ->group(kOptionGroup);
  command->add_flag("--explain", explain_, "Show how each stance came about")
      ->group(kOptionGroup);
}

bool OptionFlags::ActorsAreIds() const {
  return std::all_of(actors_.begin(), actors_.end(), &IsId);
}

int OptionFlags::FindNames(Answerer* answerer) {
  for (std::string& issue : issues_) {
    std::string id;
    const int code = FindIssue(issue, answerer, &id);
    if (code != kExitOk) return code;
    issue = id;
  }
  for (const std::string& actor : actors_) {
    if (!IsId(actor)) continue;
    const int code = CheckActor(actor, answerer);
    if (code != kExitOk) return code;
  }
  return kExitOk;
}

v1::ClassifyOptions OptionFlags::Options() const {
  v1::ClassifyOptions out;
  out.set_min_confidence(min_confidence_);
  if (ActorsAreIds()) {
    for (const std::string& actor : actors_) out.add_actor_ids(actor);
  }
  for (const std::string& issue : issues_) out.add_issue_ids(issue);
  out.set_include_derived(derived_);
  out.set_include_unknown(unknown_);
  out.set_explain(explain_);
  return out;
}

bool OptionFlags::Narrow() const {
  return !actors_.empty() || !issues_.empty() || !targets_.empty() ||
         !polarities_.empty();
}

StanceFilter OptionFlags::Filter() const {
  StanceFilter out;
  if (!ActorsAreIds()) {
    for (const std::string& actor : actors_) out.AddActor(actor);
  }
  for (const std::string& target : targets_) out.AddTarget(target);
  for (const std::string& word : polarities_) {
    for (const v1::Polarity polarity : kPolarities) {
      if (PolarityWord(polarity) == word) out.AddPolarity(polarity);
    }
  }
  return out;
}

}  // namespace stance::client

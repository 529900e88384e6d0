// What is wrong with settings that are each within their range.

#ifndef STANCE_OPERATIONS_SETTINGS_MISTAKES_H_
#define STANCE_OPERATIONS_SETTINGS_MISTAKES_H_

#include <string>
#include <vector>

#include "service/operations/settings.h"

namespace stance {

// Settings that contradict each other, addresses that are none, and variables
// STANCE_… that no setting has, each as one line that begins with its name.
// `environment` is as environ(7). Passed over are the variables of the
// project's other programs and those that Kubernetes sets in every pod beside a
// Service called "stance…" (STANCE_SERVICE_HOST, STANCE_PORT_50051_TCP).
std::vector<std::string> SettingMistakes(const Settings& settings,
                                         const char* const* environment);

}  // namespace stance

#endif  // STANCE_OPERATIONS_SETTINGS_MISTAKES_H_

// The report of a load, for people.

#ifndef STANCE_CLIENT_LOAD_FORMAT_H_
#define STANCE_CLIENT_LOAD_FORMAT_H_

#include <string>

#include "stance/load/v1/report.pb.h"

namespace stance::client {

// What was asked for, how much was answered, how long it took (percentiles and
// a histogram), and with which statuses.
std::string FormatLoadReport(const load::v1::LoadReport& report);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LOAD_FORMAT_H_

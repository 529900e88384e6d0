// A load on a server, and how the server bears it.

#ifndef STANCE_CLIENT_LOAD_RUNNER_H_
#define STANCE_CLIENT_LOAD_RUNNER_H_

#include <cstddef>
#include <vector>

#include "client/connection.h"
#include "client/load/pacer.h"
#include "google/rpc/status.pb.h"
#include "stance/load/v1/report.pb.h"
#include "stance/v1/article.pb.h"
#include "stance/v1/options.pb.h"

namespace stance::client {

struct LoadPlan {
  Connection connection;
  size_t connections = 1;
  size_t concurrency = 1;
  bool streaming = false;
  Pace pace;
  std::vector<v1::Article> articles;  // sent in turn; at least one
  v1::ClassifyOptions options;
};

// Runs the plan and fills all of the report. An error where the server could
// not be asked for its lexicon before anything was sent. Calls that are refused
// are not repeated: the server's answers are what is to be seen.
google::rpc::Status RunLoad(const LoadPlan& plan, load::v1::LoadReport* report);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LOAD_RUNNER_H_

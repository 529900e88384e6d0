// Answers from a server.

#ifndef STANCE_CLIENT_SERVER_ANSWERER_H_
#define STANCE_CLIENT_SERVER_ANSWERER_H_

#include <memory>

#include "client/answerer.h"
#include "client/connection.h"

namespace stance::client {

// Connects with the first call.
std::unique_ptr<Answerer> MakeServerAnswerer(Connection connection);

}  // namespace stance::client

#endif  // STANCE_CLIENT_SERVER_ANSWERER_H_

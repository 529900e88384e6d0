// Answers from a server.

#ifndef STANCE_CLIENT_SERVER_ANSWERER_H_
#define STANCE_CLIENT_SERVER_ANSWERER_H_

#include <memory>

#include "client/answerer.h"
#include "client/connection.h"

namespace stance::client {

// Connects with the first call.
std::unique_ptr<Answerer> MakeServerAnswerer(Connection connection);

// What is wrong with a request whatever server answers it: it is not sent then.
// Strings that are not UTF-8 would break the wire format; how large an article
// may be is the server's to say.
google::rpc::Status CheckRequest(const v1::Article& article,
                                 const v1::ClassifyOptions& options);

}  // namespace stance::client

#endif  // STANCE_CLIENT_SERVER_ANSWERER_H_

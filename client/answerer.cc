#include "client/answerer.h"

#include "client/json_writer.h"

namespace stance::client {

google::rpc::Status Answerer::AnswerAsJson(
    const v1::ClassifyArticleRequest& request, std::string* json) {
  v1::ClassifyArticleResponse response;
  google::rpc::Status status = Answer(request, &response);
  if (status.code() == 0) AppendJson(response, json);
  return status;
}

}  // namespace stance::client

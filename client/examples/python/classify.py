"""Who stands where in an article, from a Stance server, with grpcio.

    mkdir -p stubs
    protoc -I proto --python_out=stubs --grpc_python_out=stubs --plugin=protoc-gen-grpc_python=$(which grpc_python_plugin) \\
        proto/stance/v1/*.proto proto/google/rpc/*.proto
    PYTHONPATH=stubs python3 classify.py localhost:50051 article.txt
"""

import sys

import grpc
from stance.v1 import analysis_pb2, article_pb2, options_pb2, stance_service_pb2, stance_service_pb2_grpc


def main(server, path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    request = stance_service_pb2.ClassifyArticleRequest(
        article=article_pb2.Article(id=path, text=text),
        # Python counts code points: with this, text[begin:end] is what is meant.
        options=options_pb2.ClassifyOptions(offset_encoding=options_pb2.OFFSET_ENCODING_UTF32),
    )
    with grpc.insecure_channel(server) as channel:
        stub = stance_service_pb2_grpc.StanceServiceStub(channel)
        try:
            reply = stub.ClassifyArticle(request, timeout=10)
        except grpc.RpcError as error:
            sys.exit(f"{server}: {error.code().name}: {error.details()}")
    for group in reply.actors:
        for stance in group.stances:
            cue = stance.evidence[0].cue
            polarity = analysis_pb2.Polarity.Name(stance.polarity).removeprefix("POLARITY_").lower()
            print(f"{group.actor.display_name} {polarity} {stance.target.text} ({text[cue.begin:cue.end]})")


main(*sys.argv[1:])

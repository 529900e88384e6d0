// Who stands where in an article, from a Stance server, with @grpc/grpc-js.
//
//     npm install @grpc/grpc-js @grpc/proto-loader
//     node classify.mjs localhost:50051 article.txt path/to/proto
import {readFileSync} from 'node:fs';
import grpc from '@grpc/grpc-js';
import {loadSync} from '@grpc/proto-loader';

const [server, path, proto] = process.argv.slice(2);
const definition = loadSync('stance/v1/stance_service.proto', {includeDirs: [proto], enums: String, defaults: true});
const {StanceService} = grpc.loadPackageDefinition(definition).stance.v1;

const text = readFileSync(path, 'utf8');
const client = new StanceService(server, grpc.credentials.createInsecure());
const request = {
  article: {id: path, text},
  // JavaScript counts UTF-16 units: with this, text.slice(begin, end) is what is meant.
  options: {offsetEncoding: 'OFFSET_ENCODING_UTF16'},
};
client.ClassifyArticle(request, {deadline: Date.now() + 10_000}, (error, reply) => {
  client.close();
  if (error) {
    console.error(`${server}: ${grpc.status[error.code]}: ${error.details}`);
    process.exitCode = 1;
    return;
  }
  for (const {actor, stances} of reply.actors) {
    for (const {polarity, target, evidence} of stances) {
      const {begin, end} = evidence[0].cue;
      const word = polarity.replace('POLARITY_', '').toLowerCase();
      console.log(`${actor.displayName} ${word} ${target.text} (${text.slice(begin, end)})`);
    }
  }
});

#include "service/operations/settings_definition.h"

#include <climits>

#include "absl/strings/ascii.h"

namespace stance {

void VisitSettings(Settings* settings, SettingVisitor* visitor) {
  visitor->List("listen", "ADDRESS", &settings->listen,
                "Address to listen on: host:port, [ipv6]:port (port 0 takes a "
                "free one), unix:/path, or systemd for the sockets that it "
                "passes on");
  visitor->List("lexicon", "DIR", &settings->lexicon,
                "Directory of the lexicon's *.txtpb files. Where there are "
                "several, an entry of a later one takes the place of an "
                "earlier one's with the same id");
  visitor->Switch("watch-lexicon", &settings->watch_lexicon,
                  "Load the lexicon again when its files change; on SIGHUP it "
                  "is in any case");
  visitor->Bytes("max-article-bytes", {1, INT_MAX},
                 &settings->max_article_bytes,
                 "Longest article, title and text together; at most "
                 "--max-message-bytes");
  visitor->Bytes("max-message-bytes", {1, INT_MAX},
                 &settings->max_message_bytes,
                 "Longest message; one of more than twice that is refused "
                 "before it is read");
  visitor->Choice("compression", "ALGORITHM", {"none", "gzip"},
                  &settings->compression,
                  "How answers are sent to clients that accept it. Requests "
                  "may be compressed in any case");
  visitor->Count("workers", {0, 256}, &settings->workers,
                 "Threads that classify articles; 0: gRPC's own threads do, "
                 "which is best below 4 processors");
  visitor->Count("max-in-flight", {1, 1'000'000},
                 &settings->admission.max_in_flight,
                 "Articles that may wait or be classified at once; a call over "
                 "that is refused with OVERLOADED");
  visitor->Bytes("max-in-flight-bytes", {1, int64_t{1} << 40},
                 &settings->admission.max_in_flight_bytes,
                 "The same for the bytes of their messages; at least "
                 "--max-message-bytes");
  visitor->Milliseconds("max-wait", {1, 60'000}, &settings->admission.max_wait,
                        "How long an article may wait until it is begun; then "
                        "its call is refused with OVERLOADED");
  visitor->Count("max-connections", {1, 1'000'000},
                 &settings->caps.max_connections,
                 "Connections that may be open; others are closed at once");
  visitor->Count("max-connections-per-peer", {0, 1'000'000},
                 &settings->caps.max_connections_per_peer,
                 "The same from one IPv4 address or IPv6 network of 64 bits; "
                 "0: no limit");
  ConnectionLimits& connections = settings->connections;
  visitor->Count("max-calls-per-connection", {1, 1'000'000},
                 &connections.max_concurrent_calls,
                 "Calls that a connection may have open at once; its client "
                 "holds others back");
  visitor->Seconds("max-connection-age", {0, 86'400}, &connections.max_age,
                   "After how long a client is told to open another "
                   "connection, so that load spreads over the servers that "
                   "there are; 0: never");
  visitor->Seconds("max-connection-age-grace", {0, 86'400},
                   &connections.max_age_grace,
                   "How long calls may go on on a connection of that age; 0: "
                   "for ever");
  visitor->Seconds("max-connection-idle", {0, 86'400}, &connections.max_idle,
                   "After how long without a call a connection is closed; 0: "
                   "never");
  visitor->Seconds("min-ping-interval", {1, 86'400},
                   &connections.min_ping_interval,
                   "A client that pings more often than this and is not "
                   "answering data is cut off after two such pings");
  visitor->Seconds("keepalive-time", {1, 86'400}, &connections.keepalive_time,
                   "After how long without a word from it a client is pinged");
  visitor->Seconds("keepalive-timeout", {1, 86'400},
                   &connections.keepalive_timeout,
                   "How long it may take to answer that before it is cut off");
  visitor->Seconds("drain-delay", {0, 3600}, &settings->drain_delay,
                   "How long all goes on as before after SIGTERM or SIGINT but "
                   "for health, which is NOT_SERVING at once, so that clients "
                   "and load balancers go elsewhere");
  visitor->Seconds("drain-timeout", {0, 3600}, &settings->drain_timeout,
                   "How long calls in flight may then take to finish; streams "
                   "that are open after it end with UNAVAILABLE. A second "
                   "signal ends the process at once");
  visitor->Text("tls-certificate", "FILE", &settings->tls.certificate,
                "The server's certificate and those above it, PEM; with "
                "--tls-key. Read again when it changes; empty: plaintext");
  visitor->Text("tls-key", "FILE", &settings->tls.key,
                "Its private key, PEM, without a passphrase");
  visitor->Text("tls-client-ca", "FILE", &settings->tls.client_ca,
                "Who signs clients' certificates, PEM: clients must show one");
  visitor->List("allow-client", "[SERVICE=]NAME", &settings->allow_clients,
                "Only clients whose certificate has this subject alternative "
                "name, DNS or URI (a SPIFFE id), may call the services, or "
                "that service: StanceService, LexiconService; empty: all that "
                "--tls-client-ca signed");
  visitor->Switch("reflection", &settings->reflection,
                  "Answer gRPC server reflection, by which tools learn the "
                  "API");
  visitor->Text("metrics-address", "ADDRESS", &settings->metrics_address,
                "Address at which Prometheus finds /metrics over HTTP, in "
                "plaintext: host:port, or :port of the loopback; empty: none");
  visitor->Text("admin-address", "ADDRESS", &settings->admin_address,
                "Address for operators, gRPC in plaintext: health, channelz, "
                "reflection; host:port, or :port of the loopback; empty: none");
  visitor->Choice("log-level", "LEVEL", {"debug", "info", "warning", "error"},
                  &settings->log_level,
                  "Least level that is logged; calls are logged at info");
}

std::string VariableOf(std::string_view name) {
  std::string variable = "STANCE_";
  for (const char c : name) {
    variable += c == '-' ? '_' : absl::ascii_toupper(c);
  }
  return variable;
}

}  // namespace stance

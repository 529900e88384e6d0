// How fast the engine reads, stage by stage, in one run:
//
//   engine_benchmark [--articles FILE]... [--lexicon DIR] [--rounds N] [--json]
//
// MB (10^6 bytes) of article text a second of one core's time, medians over
// rounds in which the stages take turns, so that what disturbs the machine
// disturbs all of them; two threads against one, on the clock; peak memory; the
// time that the lexicon takes to load. bench.py holds the figures against their
// bounds.
//
// With --count STAGE that stage alone runs, twice, the second time inside
// MeasuredPass, for callgrind to count (bench.py has the command line).

#include <pthread.h>
#include <sched.h>
#include <sys/resource.h>
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "service/lexicon_files/load.h"
#include "tests/benchmark/articles.h"
#include "tests/benchmark/stages.h"

namespace stance {
namespace {

using Clock = std::chrono::steady_clock;
using Articles = std::vector<BenchmarkArticle>;

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Of the calling thread: what other programs take of its core is not in it.
double CpuSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) / 1e9;
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle]
                                : (values[middle - 1] + values[middle]) / 2;
}

// The cores that the process may use.
std::vector<int> Cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  sched_getaffinity(0, sizeof set, &set);
  std::vector<int> cores;
  for (int core = 0; core < CPU_SETSIZE; ++core) {
    if (CPU_ISSET(core, &set)) cores.push_back(core);
  }
  return cores;
}

void PinThread(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  pthread_setaffinity_np(pthread_self(), sizeof set, &set);
}

double PeakMegabytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

std::shared_ptr<const Lexicon> Load(const std::string& directory) {
  std::vector<Finding> findings;
  auto lexicon = LoadLexicon(directory, &findings);
  if (lexicon != nullptr) return lexicon;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) {
      std::cerr << FormatFinding(finding) << "\n";
    }
  }
  return nullptr;
}

// Passes of the engine over the articles that take about `seconds` of a core.
int PassesFor(StageRunner& runner, const Articles& articles, double seconds) {
  for (int passes = 1;; passes *= 2) {
    const double start = CpuSeconds();
    for (int i = 0; i < passes; ++i) runner.Run(Stage::kEngine, articles);
    const double taken = CpuSeconds() - start;
    if (taken > seconds / 4) {
      return std::max(1, static_cast<int>(passes * seconds / taken));
    }
  }
}

// Seconds that `threads` threads take for `passes` passes each, every thread on
// a core of its own.
double Seconds(const Classifier& classifier, const Articles& articles,
               int passes, const std::vector<int>& cores, size_t threads) {
  std::vector<std::thread> running;
  std::vector<double> seconds(threads);
  for (size_t t = 0; t < threads; ++t) {
    running.emplace_back([&, t] {
      PinThread(cores[t]);
      StageRunner runner(classifier);
      runner.Run(Stage::kEngine, articles);
      const Clock::time_point start = Clock::now();
      for (int i = 0; i < passes; ++i) runner.Run(Stage::kEngine, articles);
      seconds[t] = SecondsSince(start);
    });
  }
  for (std::thread& thread : running) thread.join();
  return *std::max_element(seconds.begin(), seconds.end());
}

struct Figures {
  size_t article_count = 0;
  size_t bytes = 0;                     // of one pass
  double megabytes_per_second[3] = {};  // by Stage
  double engine_to_match = 0;
  double two_threads_to_one = 0;  // throughput; 0 where there is one core
  double peak_megabytes = 0;
  double load_milliseconds = 0;
};

// The stages take turns pass by pass: between two passes of a stage the whole
// engine runs, so that no stage reads a small corpus with caches and branch
// predictions that only know that corpus.
void MeasureSpeed(const Classifier& classifier, const Articles& articles,
                  int rounds, Figures* figures) {
  StageRunner runner(classifier);
  const int passes = PassesFor(runner, articles, 0.1);
  std::vector<double> speeds[3];
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    double seconds[3] = {};
    for (int i = 0; i < passes; ++i) {
      for (Stage stage : kStages) {
        const double start = CpuSeconds();
        runner.Run(stage, articles);
        seconds[static_cast<int>(stage)] += CpuSeconds() - start;
      }
    }
    for (int s = 0; s < 3; ++s) {
      speeds[s].push_back(static_cast<double>(figures->bytes) * passes /
                          seconds[s] / 1e6);
    }
    ratios.push_back(speeds[2].back() / speeds[1].back());
  }
  for (int s = 0; s < 3; ++s) {
    figures->megabytes_per_second[s] = Median(speeds[s]);
  }
  // Of each round, not of the medians: both sides under the same disturbance.
  figures->engine_to_match = Median(ratios);
}

void MeasureThreads(const Classifier& classifier, const Articles& articles,
                    int rounds, const std::vector<int>& cores,
                    Figures* figures) {
  if (cores.size() < 2) return;
  StageRunner runner(classifier);
  const int passes = PassesFor(runner, articles, 0.1);
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    const double one = Seconds(classifier, articles, passes, cores, 1);
    const double two = Seconds(classifier, articles, passes, cores, 2);
    ratios.push_back(2 * one / two);
  }
  figures->two_threads_to_one = Median(ratios);
}

void Print(const Figures& f, bool json) {
  if (json) {
    std::printf(
        "{\"articles\":%zu,\"bytes\":%zu,\"tokenise_mb_s\":%.2f,"
        "\"match_mb_s\":%.2f,\"engine_mb_s\":%.2f,\"engine_to_match\":%.4f,"
        "\"two_threads_to_one\":%.3f,\"peak_mb\":%.1f,\"load_ms\":%.1f}\n",
        f.article_count, f.bytes, f.megabytes_per_second[0],
        f.megabytes_per_second[1], f.megabytes_per_second[2], f.engine_to_match,
        f.two_threads_to_one, f.peak_megabytes, f.load_milliseconds);
    return;
  }
  std::printf("articles            %10zu  (%zu bytes)\n", f.article_count,
              f.bytes);
  std::printf("tokenise            %10.1f MB/s\n", f.megabytes_per_second[0]);
  std::printf("tokenise + match    %10.1f MB/s\n", f.megabytes_per_second[1]);
  std::printf("engine              %10.1f MB/s\n", f.megabytes_per_second[2]);
  std::printf("engine / match      %10.3f\n", f.engine_to_match);
  std::printf("two threads / one   %10.2f\n", f.two_threads_to_one);
  std::printf("peak memory         %10.1f MB\n", f.peak_megabytes);
  std::printf("lexicon loaded in   %10.1f ms\n", f.load_milliseconds);
}

int Run(int argc, char** argv) {
  CLI::App app("Speed of the engine, stage by stage.");
  std::vector<std::string> paths = {STANCE_SOURCE_DIR "/tests/corpus/demo.txt"};
  std::string directory = STANCE_SOURCE_DIR "/service/lexicon/en";
  int rounds = 15;
  bool json = false;
  std::string count;
  app.add_option("--articles", paths, "Articles: *.jsonl, or text files");
  app.add_option("--lexicon", directory, "Directory of the lexicon");
  app.add_option("--rounds", rounds, "Rounds whose median is taken")
      ->check(CLI::Range(1, 10000));
  app.add_flag("--json", json, "One line of JSON instead of a table");
  app.add_option("--count", count, "Run one stage, for callgrind")
      ->check(CLI::IsMember({"tokenise", "match", "engine"}));
  CLI11_PARSE(app, argc, argv);

  const auto articles = ReadArticles(paths);
  if (!articles.ok()) {
    std::cerr << "engine_benchmark: " << articles.status() << "\n";
    return 1;
  }
  const std::vector<int> cores = Cores();
  PinThread(cores.back());
  std::vector<double> loads;
  const auto load = [&] {
    const Clock::time_point start = Clock::now();
    auto lexicon = Load(directory);
    loads.push_back(SecondsSince(start) * 1e3);
    return lexicon;
  };
  Figures figures;
  figures.article_count = articles->size();
  figures.bytes = TotalBytes(*articles);
  {
    const std::shared_ptr<const Lexicon> lexicon = load();
    if (lexicon == nullptr) return 1;
    const Classifier classifier(lexicon);
    if (!count.empty()) {
      const Stage stage = count == "tokenise" ? Stage::kTokenise
                          : count == "match"  ? Stage::kMatch
                                              : Stage::kEngine;
      StageRunner runner(classifier);
      runner.Run(stage, *articles);
      MeasuredPass(runner, stage, *articles);
      std::printf("%zu bytes, %zu things found\n", figures.bytes,
                  runner.produced());
      return 0;
    }
    MeasureSpeed(classifier, *articles, rounds, &figures);
    figures.peak_megabytes = PeakMegabytes();
    MeasureThreads(classifier, *articles, rounds, cores, &figures);
  }
  // Last, so that a second lexicon is not in the peak.
  for (int i = 0; i < 4; ++i) load();
  figures.load_milliseconds = Median(loads);
  Print(figures, json);
  return 0;
}

}  // namespace
}  // namespace stance

int main(int argc, char** argv) { return stance::Run(argc, argv); }

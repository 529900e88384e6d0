// Builds what Prometheus is told, family by family.
//
//   MetricFamilies out;
//   out.Gauge("stance_up", "Whether it is up.").Value(1);
//   out.Counter("stance_articles_total", "Articles.")
//       .Value(3, {{"outcome", "answered"}})
//       .Value(1, {{"outcome", "refused"}});

#ifndef STANCE_OPERATIONS_METRIC_FAMILIES_H_
#define STANCE_OPERATIONS_METRIC_FAMILIES_H_

#include <prometheus/metric_family.h>

#include <string>
#include <utility>
#include <vector>

#include "service/operations/atomic_histogram.h"

namespace stance {

// Names and values.
using MetricLabels = std::vector<std::pair<std::string, std::string>>;

class MetricFamilies {
 public:
  // Adds values to a family; valid until the next family is begun.
  class Family {
   public:
    Family& Value(double value, const MetricLabels& labels = {});
    Family& Value(const AtomicHistogram& histogram,
                  const MetricLabels& labels = {});

   private:
    friend class MetricFamilies;
    explicit Family(prometheus::MetricFamily* family) : family_(*family) {}

    prometheus::MetricFamily& family_;
  };

  Family Counter(const std::string& name, const std::string& help);
  Family Gauge(const std::string& name, const std::string& help);
  Family Histogram(const std::string& name, const std::string& help);

  std::vector<prometheus::MetricFamily> Take() { return std::move(families_); }

 private:
  Family Begin(const std::string& name, const std::string& help,
               prometheus::MetricType type);

  std::vector<prometheus::MetricFamily> families_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_METRIC_FAMILIES_H_

#include "service/operations/metric_families.h"

namespace stance {
namespace {

prometheus::ClientMetric Labelled(const MetricLabels& labels) {
  prometheus::ClientMetric metric;
  for (const auto& [name, value] : labels) {
    metric.label.push_back({name, value});
  }
  return metric;
}

}  // namespace

MetricFamilies::Family& MetricFamilies::Family::Value(
    double value, const MetricLabels& labels) {
  prometheus::ClientMetric metric = Labelled(labels);
  metric.counter.value = value;
  metric.gauge.value = value;
  family_.metric.push_back(std::move(metric));
  return *this;
}

MetricFamilies::Family& MetricFamilies::Family::Value(
    const AtomicHistogram& histogram, const MetricLabels& labels) {
  prometheus::ClientMetric metric = Labelled(labels);
  metric.histogram = histogram.Collect();
  family_.metric.push_back(std::move(metric));
  return *this;
}

MetricFamilies::Family MetricFamilies::Counter(const std::string& name,
                                               const std::string& help) {
  return Begin(name, help, prometheus::MetricType::Counter);
}

MetricFamilies::Family MetricFamilies::Gauge(const std::string& name,
                                             const std::string& help) {
  return Begin(name, help, prometheus::MetricType::Gauge);
}

MetricFamilies::Family MetricFamilies::Histogram(const std::string& name,
                                                 const std::string& help) {
  return Begin(name, help, prometheus::MetricType::Histogram);
}

MetricFamilies::Family MetricFamilies::Begin(const std::string& name,
                                             const std::string& help,
                                             prometheus::MetricType type) {
  families_.push_back({name, help, type, {}});
  return Family(&families_.back());
}

}  // namespace stance

#include "gis_io/products/rate_headline.hpp"

#include <fmt/format.h>

#include "gis_io/read/register/written_day.hpp"

namespace sise {

std::vector<Text> rate_headline(const RegisterView& view) {
  const RatedArea& all = view.result.district;
  const GradeCounts& p = all.current;
  const GradeCounts& e = all.enterprises;
  std::vector<Text> lines;
  lines.push_back(
      {fmt::format("{} risk points: {} red, {} orange, {} yellow, {} blue, {} not rated", p.total(), p.of(Grade::red),
                   p.of(Grade::orange), p.of(Grade::yellow), p.of(Grade::blue), p.unrated()),
       fmt::format("风险点 {} 个: 红 {}, 橙 {}, 黄 {}, 蓝 {}, 未评 {}", p.total(), p.of(Grade::red),
                   p.of(Grade::orange), p.of(Grade::yellow), p.of(Grade::blue), p.unrated())});
  lines.push_back(
      {fmt::format("{} enterprises: {} red, {} orange, {} yellow, {} blue, {} not rated", e.total(), e.of(Grade::red),
                   e.of(Grade::orange), e.of(Grade::yellow), e.of(Grade::blue), e.unrated()),
       fmt::format("企业 {} 家: 红 {}, 橙 {}, 黄 {}, 蓝 {}, 未评 {}", e.total(), e.of(Grade::red), e.of(Grade::orange),
                   e.of(Grade::yellow), e.of(Grade::blue), e.unrated())});
  if (all.dangers.all > 0) {
    lines.push_back({fmt::format("{} hidden dangers, {} of them major; {} overdue", all.dangers.all, all.dangers.major,
                                 all.dangers.overdue),
                     fmt::format("隐患 {} 条, 其中重大 {} 条; 超期 {} 条", all.dangers.all, all.dangers.major,
                                 all.dangers.overdue)});
  }
  if (view.result.live) {
    const LiveArea& live = view.result.live->district;
    const std::string time = time_text(view.reg.live_time);
    lines.push_back(
        {fmt::format("live as of {}: {} detectors, {} alarms, {} lost", time, live.detectors, live.alarms, live.lost),
         fmt::format("动态 ({}): 探测器 {} 个, 报警 {} 个, 失联 {} 个", time, live.detectors, live.alarms, live.lost)});
  }
  return lines;
}

}  // namespace sise

#include "gis_io/products/white_paper.hpp"

#include <fmt/format.h>

#include <utility>

#include "gis_io/products/rate_headline.hpp"
#include "gis_io/write/office/docx.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/register_layers.hpp"

namespace sise {
namespace {

constexpr std::size_t kMostNamed = 100;  // enterprises of one colour, by name

std::string counts_in(const GradeCounts& counts, bool zh) {
  const char* form = zh ? "红 {}, 橙 {}, 黄 {}, 蓝 {}, 未评 {}" : "{} red, {} orange, {} yellow, {} blue, {} not rated";
  return fmt::format(fmt::runtime(form), counts.of(Grade::red), counts.of(Grade::orange), counts.of(Grade::yellow),
                     counts.of(Grade::blue), counts.unrated());
}

Text counted(const GradeCounts& counts) { return {counts_in(counts, false), counts_in(counts, true)}; }

/// 0 of 0 is no rate.
Text per_cent(const std::optional<double>& share) {
  constexpr double kPerCent = 100.0;
  if (!share) return {"no value (none to count)", "无数值 (分母为零)"};
  const std::string text = fmt::format("{:.1f} %", kPerCent * *share);
  return {text, text};
}

class WhitePaper {
 public:
  WhitePaper(const std::string& title, const RegisterView& view, Language language) : view_(view), language_(language) {
    text_ = "# " + Text{title + ": white paper on safety risks", title + "安全风险白皮书"}.in(language) + "\n";
  }

  std::string write() {
    scope();
    base();
    grades();
    red_and_orange();
    dangers();
    accidents();
    live();
    chapter({"Capacity and response", "承载能力与应急"});
    line({"Not in the register: `sise capacity` tells how much more can stand in a park, `sise zones` who must leave.",
          "清单不含此项: 园区剩余容量见 sise capacity, 应急分区见 sise zones。"});
    chapter({"Changes since last year", "与上年比较"});
    line({"Not told: the register holds one year. Lay last year's paper beside it.",
          "未给出: 清单仅含一个年度, 请与上年白皮书对照。"});
    limits();
    return std::move(text_);
  }

 private:
  void chapter(const Text& heading) { text_ += fmt::format("\n## {} {}\n\n", ++chapter_, heading.in(language_)); }
  void line(const Text& text) { text_ += text.in(language_) + "\n"; }
  void item(const Text& text) { text_ += "- " + text.in(language_) + "\n"; }
  void item(const std::string& name, const Text& what) { item({name + ": " + what.en, name + ": " + what.zh}); }

  void scope() {
    chapter({"Scope, date and coverage", "范围、日期与覆盖"});
    line(stamp_text(register_stamp(view_)));
    line({"The colours grade the control of risk points, enterprises and areas; they are no zones of individual risk.",
          "颜色为风险点、企业和区域的管控等级, 不是个人风险区划。"});
  }

  void base() {
    const RatedArea& all = view_.result.district;
    constexpr double kKm2 = 1e-6;
    chapter({"Enterprises, risk points, people", "企业、风险点与人口"});
    item({fmt::format("Enterprises: {}; risk points: {}", all.enterprises.total(), all.current.total()),
          fmt::format("企业 {} 家, 风险点 {} 个", all.enterprises.total(), all.current.total())});
    item({fmt::format("Ground: {:.1f} km²; residents: {}", kKm2 * all.area_m2,
                      all.people ? fmt::format("{:.0f}", *all.people) : "not known"),
          fmt::format("面积 {:.1f} km², 常住人口 {}", kKm2 * all.area_m2,
                      all.people ? fmt::format("{:.0f} 人", *all.people) : "未知")});
  }

  void grades() {
    chapter({"Grades by trade and area", "分行业与分区域等级"});
    item({"Risk points: " + counted(view_.result.district.current).en,
          "风险点: " + counted(view_.result.district.current).zh});
    item({"Enterprises: " + counted(view_.result.district.enterprises).en,
          "企业: " + counted(view_.result.district.enterprises).zh});
    std::vector<GradeCounts> by_sector(view_.result.sectors.size());
    for (std::size_t i = 0; i < view_.result.points.size(); ++i) {
      const RatedPoint& point = view_.result.points[i];
      if (view_.reg.points[i].state == RowState::counted && point.sector < by_sector.size())
        by_sector[point.sector].add(point.grade.current);
    }
    line({"Risk points by trade:", "分行业风险点:"});
    for (std::size_t s = 0; s < by_sector.size(); ++s) {
      const std::string& name = view_.result.sectors[s];
      item(name.empty() ? Text{"no trade given", "未填行业"}.in(language_) : name, counted(by_sector[s]));
    }
    if (view_.reg.sets.empty()) return;
    const BoundarySet& set = view_.reg.sets.front();
    line({"Areas (" + set.title.en + "), the colour of the worst point and all counts:",
          "分区域 (" + set.title.zh + "), 颜色取最高风险点, 并列各级数量:"});
    for (std::size_t a = 0; a < set.areas.size(); ++a) {
      const RatedArea& area = view_.result.sets.front().areas[a];
      const Text grade = label_of(area.grade);
      const Text counts = counted(area.current);
      item(set.areas[a].name, {grade.en + " (" + counts.en + ")", grade.zh + " (" + counts.zh + ")"});
    }
  }

  void red_and_orange() {
    chapter({"Red and orange enterprises", "红色、橙色企业清单"});
    for (const Grade grade : {Grade::red, Grade::orange}) {
      std::vector<std::size_t> found;
      for (std::size_t e = 0; e < view_.reg.enterprises.size(); ++e) {
        if (view_.reg.enterprises[e].state == RowState::counted && view_.result.enterprises[e].grade() == grade)
          found.push_back(e);
      }
      const Text label = label_of(grade);
      line({fmt::format("{}: {}", label.en, found.size()), fmt::format("{}: {} 家", label.zh, found.size())});
      for (std::size_t k = 0; k < found.size() && k < kMostNamed; ++k) {
        const RatedEnterprise& rated = view_.result.enterprises[found[k]];
        item(view_.reg.enterprises[found[k]].name, counted(rated.current));
      }
      if (found.size() > kMostNamed)
        item({fmt::format("{} more in enterprises.csv", found.size() - kMostNamed),
              fmt::format("其余 {} 家见 enterprises.csv", found.size() - kMostNamed)});
    }
  }

  void dangers() {
    const LedgerCounts& all = view_.result.district.dangers;
    chapter({"Hidden dangers", "隐患治理"});
    item({fmt::format("Hidden dangers: {}, of them major: {}", all.all, all.major),
          fmt::format("隐患 {} 条, 其中重大事故隐患 {} 条", all.all, all.major)});
    item({fmt::format("Closed: {}; overdue: {}; major and open: {}", all.closed, all.overdue,
                      all.major - all.major_closed),
          fmt::format("已销号 {} 条, 超期 {} 条, 重大未销号 {} 条", all.closed, all.overdue,
                      all.major - all.major_closed)});
    const auto rate = [&](const Text& what, const std::optional<double>& share) {
      item({what.en + ": " + per_cent(share).en, what.zh + ": " + per_cent(share).zh});
    };
    rate({"Closed of all", "销号率"}, all.closed_rate());
    rate({"Closed of those due", "到期销号率"}, all.due_rate());
    rate({"On time of those due", "按期整改率"}, all.on_time_rate());
    rate({"Closed of the major ones due", "重大隐患到期销号率"}, all.major_due_rate());
  }

  void accidents() {
    chapter({"Accidents and rates", "事故与指标"});
    if (!view_.reg.accidents.any()) {
      line({"Not given ([register.indices]).", "未给出 ([register.indices])。"});
      return;
    }
    for (const AccidentRate& rate : accident_rates(view_.reg.accidents)) {
      const std::string value = rate.value ? fmt::format("{:.4g}", *rate.value) : "";
      item({rate.title.en + ": " + (rate.value ? value : "not known"),
            rate.title.zh + ": " + (rate.value ? value : "未知")});
    }
  }

  void live() {
    chapter({"Live monitoring", "动态监测"});
    if (!view_.result.live) {
      line({"No live data in the register.", "清单未接入动态数据。"});
      return;
    }
    line(rate_headline(view_).back());
  }

  void limits() {
    const RatedArea& all = view_.result.district;
    chapter({"Limits of this paper", "局限与未评"});
    item({fmt::format("Not rated: {} of {} risk points, {} of {} enterprises. Not rated is not low.",
                      all.current.unrated(), all.current.total(), all.enterprises.unrated(), all.enterprises.total()),
          fmt::format("未评: 风险点 {} / {}, 企业 {} / {}。未评不等于低风险。", all.current.unrated(),
                      all.current.total(), all.enterprises.unrated(), all.enterprises.total())});
    std::int64_t faulty = 0;
    each_cleaning_row(view_, [&](const CleaningRow& row) { faulty += row.status == "counted" ? 0 : 1; });
    item({fmt::format("Rows with a finding: {} (cleaning.csv)", faulty),
          fmt::format("存在问题的记录 {} 行 (cleaning.csv)", faulty)});
    item({"Colours of areas: no published formula turns counts into a colour; the worst point is taken.",
          "区域颜色: 未见由数量得出颜色的公布公式, 取最高风险点。"});
  }

  const RegisterView& view_;
  Language language_;
  int chapter_ = 0;
  std::string text_;
};

}  // namespace

std::string white_paper(const std::string& title, const RegisterView& view, Language language) {
  return WhitePaper(title, view, language).write();
}

const std::vector<std::string>& white_paper_files() {
  static const std::vector<std::string> kFiles{"white_paper_zh.md", "white_paper_zh.docx", "white_paper_en.md",
                                               "white_paper_en.docx"};
  return kFiles;
}

void write_white_paper(const OutputSet& outputs, const std::string& title, const RegisterView& view) {
  for (const auto& [language, name] :
       {std::pair{Language::zh, "white_paper_zh"}, std::pair{Language::en, "white_paper_en"}}) {
    const std::string text = white_paper(title, view, language);
    write_file(outputs.stage(std::string(name) + ".md"), text);
    write_docx(outputs.stage(std::string(name) + ".docx"), text, language);
  }
}

}  // namespace sise

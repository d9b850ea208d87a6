#include "core/rating/register/no19.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sise {
namespace {

/// A count or a number of points; yes counts one, no none. nullopt: neither.
std::optional<double> amount_in(const std::string& answer) {
  if (answer == "是" || answer == "有" || answer == "yes") return 1.0;
  if (answer == "否" || answer == "无" || answer == "no") return 0.0;
  double value = 0.0;
  const auto [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), value);
  if (error != std::errc{} || end != answer.data() + answer.size() || !std::isfinite(value)) return std::nullopt;
  return std::abs(value);  // offices write lost points as 8 or -8
}

class Scoring {
 public:
  Scoring(const No19Pack& pack, const Answers& answers) : pack_(pack), answers_(answers) {}

  std::optional<No19Result> score(bool direct_red) {
    result_.score = pack_.start;
    for (std::size_t i = 0; i < pack_.items.size(); ++i) score_item(i);
    result_.direct_red = direct_red;
    if (!answered_ && !direct_red) return std::nullopt;
    result_.grade = direct_red ? Grade::red : grade_of(result_.score);
    return std::move(result_);
  }

 private:
  std::optional<double> amount(const std::string& question) {
    const std::string answer = answers_(question);
    if (answer.empty()) return std::nullopt;
    const auto value = amount_in(answer);
    if (!value) result_.not_understood.push_back(question);
    answered_ = answered_ || value.has_value();
    return value;
  }

  void score_item(std::size_t i) {
    const No19Item& item = pack_.items[i];
    double lost = 0.0;
    double won = 0.0;
    bool answered = false;
    const auto count = [&](std::optional<std::size_t> which, double how_many, double points) {
      if (points == 0.0) return;
      (points < 0.0 ? lost : won) += points;
      result_.lines.push_back({i, which, how_many, points});
    };
    if (const auto stated = amount(item.id)) {
      count(std::nullopt, 1.0, -*stated);
      answered = true;
    }
    for (std::size_t c = 0; c < item.cases.size(); ++c) {
      const No19Case& one = item.cases[c];
      auto how_many = amount(one.id);
      if (!how_many) continue;
      answered = true;
      if (one.at_most) how_many = std::min(*how_many, static_cast<double>(*one.at_most));
      count(c, *how_many, *how_many * one.points);
    }
    const bool may_lose =
        item.cap || item.cases.empty() ||
        std::any_of(item.cases.begin(), item.cases.end(), [](const No19Case& c) { return c.points < 0.0; });
    if (may_lose && !answered) ++result_.open_items;
    if (item.cap) lost = std::max(lost, -*item.cap);
    result_.lost.push_back(-lost);
    result_.score += lost + won;
  }

  [[nodiscard]] Grade grade_of(double score) const {
    for (const No19Band& band : pack_.bands) {
      if (score >= band.at_least) return band.grade;
    }
    return Grade::red;
  }

  const No19Pack& pack_;
  const Answers& answers_;
  No19Result result_;
  bool answered_ = false;
};

}  // namespace

std::optional<No19Result> rate_no19(const No19Pack& pack, const Answers& answers, bool direct_red) {
  return Scoring(pack, answers).score(direct_red);
}

Text reason_of(const No19Pack& pack, const No19Result& result) {
  Text reason;
  const auto add = [&](const std::string& en, const std::string& zh) {
    const char* gap = reason.en.empty() ? "" : "; ";
    reason.en += gap + en;
    reason.zh += gap + zh;
  };
  for (const No19Line& line : result.lines) {
    const No19Item& item = pack.items[line.item];
    const Text& label = line.which ? item.cases[*line.which].label : item.label;
    add(fmt::format("{} {:+g}", label.en, line.points), fmt::format("{} {:+g}", label.zh, line.points));
  }
  for (std::size_t i = 0; i < result.lost.size(); ++i) {
    const auto& cap = pack.items[i].cap;
    double stated = 0.0;
    for (const No19Line& line : result.lines) {
      if (line.item == i && line.points < 0.0) stated -= line.points;
    }
    if (cap && stated > *cap) {
      add(fmt::format("{}: at most {:g} are lost", pack.items[i].label.en, *cap),
          fmt::format("{}: 最多扣 {:g} 分", pack.items[i].label.zh, *cap));
    }
  }
  if (result.direct_red) add("directly red", "直接判定为红色");
  return reason;
}

}  // namespace sise

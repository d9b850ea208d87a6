// Which critical quantity an item of a major hazard counts by: table 1 by name, else the lowest of its classes.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/rating/major_hazard.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {
namespace {

// GB 30000.7-2013 (GHS 2.6): flammable liquids by flash point and initial boiling point. Corroborated.
constexpr double kCategory2_flash_K = 296.15;    // 23 °C
constexpr double kCategory3_flash_K = 333.15;    // 60 °C
constexpr double kCategory1_boiling_K = 308.15;  // 35 °C
// GHS 2.2: a gas at 20 °C.
constexpr double kGas_boiling_K = 293.15;

/// Text before a bracket: "液化石油气" of "液化石油气(含丙烷,丁烷及其混合物)".
std::string head_of(const std::string& name) {
  const std::size_t bracket = name.find_first_of("([");
  return name.substr(0, bracket);
}

bool named(const NamedHazard& row, const HazardItem& item) {
  const std::string asked = normalised_name(item.substance_text);
  const std::array<std::string, 4> names{normalised_name(row.name.zh), normalised_name(head_of(row.name.zh)),
                                         normalised_name(row.name.en), normalised_name(head_of(row.name.en))};
  if (asked.empty()) return false;
  // "硝酸铵(含可燃物≤0.2%)": what stands in brackets says more of it.
  const std::string head = head_of(asked);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name == asked || (!head.empty() && name == head); });
}

bool same_cas(const NamedHazard& row, const Substance* substance) {
  return substance != nullptr && !substance->cas.empty() &&
         std::find(row.cas.begin(), row.cas.end(), substance->cas) != row.cas.end();
}

/// "<=0.2%" of "硝酸铵(含可燃物≤0.2%)": a bound on a share, however it is written; empty: the text has none.
std::string bound_in(std::string text) {
  for (const auto& [sign, plain] : {std::pair<std::string, std::string>{"≤", "<="},
                                    {"＜=", "<="},
                                    {"≥", ">="},
                                    {"＞", ">"},
                                    {"＜", "<"},
                                    {"％", "%"},
                                    {" ", ""}}) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign))
      text.replace(at, sign.size(), plain);
  }
  const std::size_t begin = text.find_first_of("<>");
  const std::size_t end = text.find('%', begin == std::string::npos ? 0 : begin);
  return begin == std::string::npos || end == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

/// Of several rows of a substance those whose bound on the content the record states; all where it states none of them.
std::vector<const NamedHazard*> of_its_content(const std::vector<const NamedHazard*>& rows,
                                               const std::string& written) {
  const std::string bound = bound_in(written);
  std::vector<const NamedHazard*> same = rows;
  std::erase_if(same, [&](const NamedHazard* row) { return bound.empty() || bound_in(row->name.zh) != bound; });
  return same.empty() ? rows : same;
}

/// Rows of table 1 that may be meant: those of that very name, else of the CAS number, else of the head of the name; of these
/// the ones whose content is stated.
std::vector<const NamedHazard*> rows_of(const HazardItem& item, const MajorHazardPack& pack) {
  std::vector<const NamedHazard*> exact;
  std::vector<const NamedHazard*> rows;
  const std::string asked = normalised_name(item.substance_text);
  for (const NamedHazard& row : pack.substances) {
    if (asked == normalised_name(row.name.zh) || asked == normalised_name(row.name.en)) exact.push_back(&row);
    if (same_cas(row, item.substance) || named(row, item)) rows.push_back(&row);
  }
  return exact.empty() ? of_its_content(rows, item.substance_text) : exact;
}

CriticalQuantity by_table_1(const std::vector<const NamedHazard*>& rows, const MajorHazardPack& pack) {
  const NamedHazard& strictest =
      **std::min_element(rows.begin(), rows.end(), [](const NamedHazard* a, const NamedHazard* b) {
        return a->critical_t != b->critical_t ? a->critical_t < b->critical_t : a->beta > b->beta;
      });
  CriticalQuantity found{strictest.critical_t,
                         strictest.beta,
                         {fmt::format("table 1, no. {} {}", strictest.number, strictest.name.en),
                          fmt::format("表1 序号{} {}", strictest.number, strictest.name.zh)},
                         weakest(pack.confidence, strictest.beta_confidence),
                         {}};
  if (rows.size() > 1) {
    found.assumptions.push_back(
        {fmt::format("table 1 has {} rows of this substance, and its content is not stated: the strictest counts",
                     rows.size()),
         fmt::format("表1 中该物质有 {} 行, 未说明含量, 按最严格的一行计", rows.size())});
  }
  return found;
}

std::optional<double> property(const HazardItem& item, std::string_view name) {
  return item.substance == nullptr ? std::nullopt : item.substance->get(name);
}

/// The class of a flammable gas or liquid by its properties and its state of work; empty where it is none, or unknown.
std::string flammable_class(const HazardItem& item, const MajorHazardPack& pack, double ambient_K) {
  const auto boiling_K = property(item, "boiling_point_K");
  if (item.substance == nullptr || !item.substance->is("flammable") || !boiling_K) return {};
  if (*boiling_K <= kGas_boiling_K) return "W2";
  const auto flash_K = property(item, "flash_point_K");
  if (!flash_K || *flash_K > kCategory3_flash_K) return {};
  const bool category_2_or_better = *flash_K < kCategory2_flash_K;
  if (category_2_or_better && *boiling_K <= kCategory1_boiling_K) return "W5.1";
  if (item.temperature_K.value_or(ambient_K) > *boiling_K) return "W5.1";
  if (item.hazardous_process || item.pressure_abs_Pa.value_or(0.0) > pack.special_pressure_Pa) return "W5.2";
  return category_2_or_better ? "W5.3" : "W5.4";
}

const HazardClass* lowest_class(const std::vector<std::string>& symbols, const MajorHazardPack& pack) {
  const HazardClass* lowest = nullptr;
  for (const std::string& symbol : symbols) {
    const HazardClass* c = pack.class_of(symbol);
    if (c == nullptr) continue;
    if (lowest == nullptr || c->critical_t < lowest->critical_t ||
        (c->critical_t == lowest->critical_t && c->beta > lowest->beta)) {
      lowest = c;
    }
  }
  return lowest;
}

/// Table 3 gives the beta of a toxic gas by its name, whatever its class.
std::optional<double> beta_by_name(const HazardItem& item) { return property(item, "gb18218_beta"); }

}  // namespace

std::optional<CriticalQuantity> critical_quantity(const HazardItem& item, const MajorHazardPack& pack, double ambient_K,
                                                  Text& missing) {
  if (const auto rows = rows_of(item, pack); !rows.empty()) return by_table_1(rows, pack);
  std::vector<std::string> symbols = item.stated_classes;
  const bool derived = symbols.empty();
  if (derived) {
    if (std::string symbol = flammable_class(item, pack, ambient_K); !symbol.empty())
      symbols.push_back(std::move(symbol));
  }
  const HazardClass* c = lowest_class(symbols, pack);
  const bool perhaps_toxic = item.substance != nullptr && item.substance->is("toxic");
  if (c == nullptr) {
    missing = {"its hazard class after table 2 (hazard_class, for instance W5.3 or J5)",
               "表2 中的危险性类别 (hazard_class, 如 W5.3 或 J5)"};
    return std::nullopt;
  }
  CriticalQuantity found{
      c->critical_t,
      c->beta,
      {"table 2, class " + c->symbol + " (" + c->label.en + ")", "表2 类别 " + c->symbol + " (" + c->label.zh + ")"},
      pack.confidence,
      {}};
  if (const auto beta = beta_by_name(item)) found.beta = *beta;
  if (derived) {
    found.confidence = weakest(found.confidence, Confidence::corroborated);
    found.assumptions.push_back(
        {"class derived from flash point, boiling point and working temperature", "类别由闪点、沸点和工作温度推得"});
    if (perhaps_toxic) {
      found.confidence = Confidence::recalled;
      found.assumptions.push_back({"it is toxic too, and its class of acute toxicity is not stated: state hazard_class",
                                   "该物质同时具有毒性, 未说明急性毒性类别, 请填写 hazard_class"});
    }
  }
  return found;
}

}  // namespace sise

#include "gis_io/read/config/config_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "gis_io/read/config/key_listener.hpp"
#include "gis_io/read/config/unit_slip.hpp"
#include "models/base/nearest.hpp"
#include "models/catalogue/physical_range.hpp"

namespace sise {
namespace {

const ConfigNode kEmptyTable{.kind = ConfigNode::Kind::table};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// "above 0", "0 to 1" ...
Text range_of(const NumberRule& rule) {
  const auto bound = [](double value) { return fmt::format("{}", value); };
  if (rule.above && !rule.at_most) return {"above " + bound(*rule.above), "大于 " + bound(*rule.above)};
  if (rule.at_least && rule.at_most) {
    return {bound(*rule.at_least) + " to " + bound(*rule.at_most),
            bound(*rule.at_least) + " 至 " + bound(*rule.at_most)};
  }
  if (rule.above && rule.at_most) {
    return {"above " + bound(*rule.above) + ", at most " + bound(*rule.at_most),
            "大于 " + bound(*rule.above) + " 且不超过 " + bound(*rule.at_most)};
  }
  if (rule.at_least) return {bound(*rule.at_least) + " or more", "不小于 " + bound(*rule.at_least)};
  if (rule.at_most) return {bound(*rule.at_most) + " or less", "不大于 " + bound(*rule.at_most)};
  return {"a finite number", "有限数值"};
}

bool satisfies(double value, const NumberRule& rule) {
  return std::isfinite(value) && (!rule.at_least || value >= *rule.at_least) && (!rule.above || value > *rule.above) &&
         (!rule.at_most || value <= *rule.at_most);
}

/// Tells who listens what `key` of `table` may hold.
void tell(const ConfigNode& table, std::string_view key, KeyHolds what) {
  if (KeyListener* listener = Listening::to(table)) listener->holds(dotted(table.where.field, key), what);
}

void tell(const ConfigNode& table, std::string_view key, KeyHolds what, const NumberRule& rule) {
  tell(table, key, what);
  if (KeyListener* listener = Listening::to(table)) listener->bounded(dotted(table.where.field, key), rule);
}

/// The rule of a key, narrowed to what any number of that name can be.
NumberRule physical(std::string_view key, const NumberRule& rule) {
  ModelParameter parameter{
      .name = std::string(key), .above = rule.above, .at_least = rule.at_least, .at_most = rule.at_most};
  keep_physical(parameter);
  return {.at_least = parameter.at_least, .above = parameter.above, .at_most = parameter.at_most};
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month) - 1);
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::string join_names(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

Text did_you_mean(std::string_view wrong, const std::vector<std::string>& allowed) {
  const std::vector<std::string> near = nearest_names(wrong, allowed);
  if (!near.empty()) return {"Did you mean '" + near.front() + "'?", "是否应为 '" + near.front() + "'?"};
  if (allowed.empty()) return {};
  return {"Allowed: " + join_names(allowed), "允许: " + join_names(allowed)};
}

std::optional<ConfigDate> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4));
  const std::optional<int> month = digits(text.substr(5, 2));
  const std::optional<int> day = digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month)) {
    return std::nullopt;
  }
  return ConfigDate{*year, *month, *day};
}

ConfigReader::ConfigReader(const ConfigNode& table, Problems& problems)
    : table_(table.kind == ConfigNode::Kind::table ? table : kEmptyTable), problems_(problems) {
  if (table.kind != ConfigNode::Kind::table) {
    wrong_kind(table, ConfigNode::Kind::table);
  } else if (KeyListener* listener = Listening::to(table)) {
    listener->opened(table.where.field);
  }
}

bool ConfigReader::has(std::string_view key) {
  allow(key);
  return table_.find(key) != nullptr;
}

const ConfigNode* ConfigReader::node(std::string_view key, Need need) {
  allow(key);
  KeyListener* const listener = Listening::to(table_);
  if (listener != nullptr && need == Need::required) listener->required(dotted(table_.where.field, key));
  const ConfigNode* found = table_.find(key);
  // What is no table at all has been told already.
  if (found == nullptr && need == Need::required && &table_ != &kEmptyTable) {
    const std::string name = dotted(table_.where.field, key);
    problems_.error("missing_key", {"'" + name + "' is missing", "缺少 '" + name + "'"}, where());
  }
  return found;
}

const ConfigNode* ConfigReader::table(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::table);
  const ConfigNode* found = node(key, need);
  if (found == nullptr || found->kind == ConfigNode::Kind::table) return found;
  wrong_kind(*found, ConfigNode::Kind::table);
  return nullptr;
}

const ConfigNode* ConfigReader::array(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::list);
  const ConfigNode* found = node(key, need);
  if (found == nullptr || found->kind == ConfigNode::Kind::array) return found;
  wrong_kind(*found, ConfigNode::Kind::array);
  return nullptr;
}

std::optional<std::string> ConfigReader::text(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::text);
  const ConfigNode* found = node(key, need);
  if (found == nullptr) return std::nullopt;
  if (found->kind != ConfigNode::Kind::text) {
    wrong_kind(*found, ConfigNode::Kind::text);
    return std::nullopt;
  }
  if (is_blank(found->text)) {
    problems_.error("blank_text", {"the text is blank", "文本为空"}, found->where,
                    {"Give a value or leave the key out", "请填写或删去该键"});
    return std::nullopt;
  }
  return found->text;
}

std::optional<bool> ConfigReader::boolean(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::boolean);
  const ConfigNode* found = node(key, need);
  if (found == nullptr) return std::nullopt;
  if (found->kind == ConfigNode::Kind::boolean) return found->boolean;
  wrong_kind(*found, ConfigNode::Kind::boolean);
  return std::nullopt;
}

std::optional<double> ConfigReader::number(std::string_view key, NumberRule rule, Need need) {
  const NumberRule all = physical(key, rule);
  tell(table_, key, KeyHolds::number, all);
  const ConfigNode* found = node(key, need);
  return found == nullptr ? std::nullopt : checked(*found, all);
}

std::optional<std::int64_t> ConfigReader::integer(std::string_view key, NumberRule rule, Need need) {
  tell(table_, key, KeyHolds::integer, rule);
  const ConfigNode* found = node(key, need);
  if (found == nullptr) return std::nullopt;
  if (found->kind != ConfigNode::Kind::integer) {
    wrong_kind(*found, ConfigNode::Kind::integer);
    return std::nullopt;
  }
  return checked(*found, rule) ? std::optional(found->integer) : std::nullopt;
}

std::optional<ConfigDate> ConfigReader::date(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::date);
  const ConfigNode* found = node(key, need);
  if (found == nullptr) return std::nullopt;
  if (found->kind == ConfigNode::Kind::date) return found->date;
  if (found->kind != ConfigNode::Kind::text) {
    wrong_kind(*found, ConfigNode::Kind::date);
    return std::nullopt;
  }
  const std::optional<ConfigDate> read = date_from(found->text);
  if (!read) {
    problems_.error("bad_date", {"'" + found->text + "' is no date", "'" + found->text + "' 不是日期"}, found->where,
                    {"Write year-month-day, for example 2026-11-21", "请按 年-月-日 书写, 例如 2026-11-21"});
  }
  return read;
}

std::vector<double> ConfigReader::numbers(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::numbers, physical(key, number_rule::kAny));
  const ConfigNode* found = array(key, need);
  std::vector<double> values;
  if (found == nullptr) return values;
  for (const ConfigNode& item : found->items) {
    if (const std::optional<double> value = checked(item, physical(key, number_rule::kAny))) values.push_back(*value);
  }
  return values.size() == found->items.size() ? values : std::vector<double>();
}

std::vector<std::string> ConfigReader::texts(std::string_view key, Need need) {
  tell(table_, key, KeyHolds::texts);
  const ConfigNode* found = array(key, need);
  std::vector<std::string> values;
  if (found == nullptr) return values;
  for (const ConfigNode& item : found->items) {
    if (item.kind == ConfigNode::Kind::text) {
      values.push_back(item.text);
    } else {
      wrong_kind(item, ConfigNode::Kind::text);
    }
  }
  return values;
}

std::optional<std::string> ConfigReader::cell(std::string_view key) {
  tell(table_, key, KeyHolds::cell);
  const ConfigNode* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (found->kind == ConfigNode::Kind::integer) return std::to_string(found->integer);
  if (found->kind == ConfigNode::Kind::number) return fmt::format("{}", found->number);
  return text(key);
}

std::optional<std::string> ConfigReader::choice(std::string_view key, const std::vector<std::string>& allowed,
                                                Need need) {
  if (KeyListener* listener = Listening::to(table_)) listener->one_of(dotted(table_.where.field, key), allowed);
  const ConfigNode* found = node(key, need);
  if (found == nullptr) return std::nullopt;
  if (found->kind != ConfigNode::Kind::text) {
    wrong_kind(*found, ConfigNode::Kind::text);
    return std::nullopt;
  }
  if (std::find(allowed.begin(), allowed.end(), found->text) != allowed.end()) return found->text;
  problems_.error("unknown_choice",
                  {"'" + found->text + "' is none of: " + join_names(allowed),
                   "'" + found->text + "' 不在允许值之列: " + join_names(allowed)},
                  found->where,
                  nearest_names(found->text, allowed).empty() ? Text{} : did_you_mean(found->text, allowed));
  return std::nullopt;
}

std::string ConfigReader::exactly_one(const std::vector<std::string>& keys, Need need) {
  if (KeyListener* listener = Listening::to(table_)) listener->grouped(table_.where.field, keys, need);
  std::vector<std::string> present;
  for (const std::string& key : keys) {
    if (has(key)) present.push_back(key);
  }
  if (present.size() > 1) {
    problems_.error(
        "too_many_keys",
        {"only one of these may be given: " + join_names(present), "以下各项只能给出一项: " + join_names(present)},
        where(present[1]));
  } else if (present.empty() && need == Need::required && &table_ != &kEmptyTable) {
    problems_.error("missing_key",
                    {"one of these is needed: " + join_names(keys), "须给出以下一项: " + join_names(keys)}, where());
  }
  return present.size() == 1 ? present.front() : std::string();
}

void ConfigReader::allow(std::string_view key) {
  if (KeyListener* listener = Listening::to(table_)) listener->asked(table_.where.field, key);
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
}

void ConfigReader::refuse(std::string_view key, const std::string& code, const Text& message, const Text& remedy) {
  const bool known = std::find(asked_.begin(), asked_.end(), key) != asked_.end();
  if (known || table_.find(key) == nullptr) return;
  problems_.error(code, message, where(key), remedy);
  asked_.emplace_back(key);
}

void ConfigReader::finish() {
  for (const ConfigEntry& entry : table_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    problems_.error("unknown_key", {"unknown key '" + entry.key + "'", "未知的键 '" + entry.key + "'"}, entry.key_where,
                    did_you_mean(entry.key, asked_));
  }
}

Location ConfigReader::where() const { return table_.where; }

Location ConfigReader::where(std::string_view key) const {
  const ConfigNode* found = table_.find(key);
  if (found != nullptr) return found->where;
  Location place = table_.where;
  place.field = dotted(place.field, key);
  return place;
}

void ConfigReader::wrong_kind(const ConfigNode& node, ConfigNode::Kind wanted) {
  const Text is = kind_label(node.kind);
  const Text must = kind_label(wanted);
  const std::string said = node.kind == ConfigNode::Kind::text ? " ('" + node.text + "')" : "";
  problems_.error(
      "wrong_type",
      {"this must be " + must.en + ", not " + is.en + said, "此处应为" + must.zh + ", 而不是" + is.zh + said},
      node.where);
}

namespace {

/// "weather.temperature_K" -> "temperature_K".
std::string_view last_key(std::string_view field) {
  const std::size_t dot = field.rfind('.');
  return dot == std::string_view::npos ? field : field.substr(dot + 1);
}

}  // namespace

void ConfigReader::out_of_range(const ConfigNode& node, double value, const NumberRule& rule) {
  const Text range = range_of(rule);
  problems_.error("out_of_range",
                  {fmt::format("{} is outside what is allowed: {}", value, range.en),
                   fmt::format("{} 超出允许范围: {}", value, range.zh)},
                  node.where, unit_slip(last_key(node.where.field), value, rule));
}

std::optional<double> ConfigReader::checked(const ConfigNode& node, const NumberRule& rule) {
  const bool is_number = node.kind == ConfigNode::Kind::number || node.kind == ConfigNode::Kind::integer;
  if (!is_number) {
    wrong_kind(node, ConfigNode::Kind::number);
    return std::nullopt;
  }
  const double value = node.kind == ConfigNode::Kind::integer ? static_cast<double>(node.integer) : node.number;
  if (satisfies(value, rule)) return value;
  out_of_range(node, value, rule);
  return std::nullopt;
}

}  // namespace sise

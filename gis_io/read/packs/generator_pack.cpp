#include "gis_io/read/packs/each_table.hpp"
#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

constexpr double kGeneratorMillimetre = 1e-3;

std::optional<MilderEnd> milder_end_from(std::string_view name) {
  if (name == "low") return MilderEnd::low;
  if (name == "high") return MilderEnd::high;
  return name == "either" ? std::optional(MilderEnd::either) : std::nullopt;
}

GeneratorDefault read_default(ConfigReader& row) {
  GeneratorDefault one;
  one.id = required_text(row, "id");
  one.value = required_number(row, "value");
  one.low = required_number(row, "low");
  one.high = required_number(row, "high");
  one.milder = row.choice<MilderEnd>("milder", {"low", "high", "either"}, milder_end_from).value_or(MilderEnd::low);
  one.text = read_label(row, "text");
  one.source = required_text(row, "source");
  one.confidence = read_confidence(row);
  if (one.low > one.value || one.value > one.high) {
    row.problems().error("bad_pack",
                         {"a default lies between its low and its high value", "缺省值应介于 low 与 high 之间"},
                         row.where("value"));
  }
  return one;
}

IsolationClass read_isolation(ConfigReader& row) {
  IsolationClass one;
  one.id = required_text(row, "class");
  one.minutes = row.numbers("minutes", Need::required);
  for (const double hole_mm : row.numbers("holes_mm", Need::required))
    one.holes_m.push_back(hole_mm * kGeneratorMillimetre);
  one.source = required_text(row, "source");
  one.confidence = read_confidence(row);
  if (one.minutes.empty() || one.minutes.size() != one.holes_m.size()) {
    row.problems().error("bad_pack",
                         {"minutes and holes_mm are of the same number", "minutes 与 holes_mm 的个数应相同"},
                         row.where("minutes"));
  }
  return one;
}

LedgerName read_ledger_name(ConfigReader& row) {
  LedgerName one;
  one.words = row.texts("words");
  one.hazard_class = row.text("class").value_or("");
  one.why = read_label(row, "why");
  one.source = required_text(row, "source");
  one.confidence = read_confidence(row);
  if (one.words.empty()) {
    row.problems().error("bad_pack", {"a ledger name needs words", "台账名称须给出 words"}, row.where());
  }
  return one;
}

/// Every class that stands in for a name has a stand-in itself.
void check_names(const GeneratorRules& rules, const ConfigReader& reader, Problems& problems) {
  for (const LedgerName& one : rules.names) {
    if (one.hazard_class.empty() || rules.stand_in_for({one.hazard_class}) != nullptr) continue;
    problems.error("bad_pack",
                   {"there is no stand_in for the class '" + one.hazard_class + "' of '" + one.words.front() + "'",
                    "'" + one.words.front() + "' 的类别 '" + one.hazard_class + "' 没有对应的 stand_in"},
                   reader.where());
  }
}

}  // namespace

GeneratorRules generator_rules(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("generator", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  GeneratorRules rules;
  rules.id = required_text(reader, "id");
  rules.title = read_label(reader, "title");
  (void)required_text(reader, "source");
  (void)read_confidence(reader);
  if (const ConfigNode* node = reader.table("cut_off", Need::required)) {
    ConfigReader cut(*node, problems);
    rules.cut_off_per_year = required_number(cut, "per_year", number_rule::kNotNegative);
    (void)required_text(cut, "source");
    (void)read_confidence(cut);
    cut.finish();
  }
  each_table(reader, "default", Need::required,
             [&](ConfigReader& row) { rules.defaults.push_back(read_default(row)); });
  each_table(reader, "isolation", Need::required,
             [&](ConfigReader& row) { rules.isolation.push_back(read_isolation(row)); });
  each_table(reader, "blocking", Need::required, [&](ConfigReader& row) {
    rules.blocking.push_back({required_text(row, "class"), required_number(row, "seconds", number_rule::kPositive),
                              required_number(row, "failure", number_rule::kFraction), required_text(row, "source"),
                              read_confidence(row)});
  });
  each_table(reader, "stand_in", Need::required, [&](ConfigReader& row) {
    rules.stand_ins.push_back({required_text(row, "class"), required_text(row, "substance"),
                               required_text(row, "source"), read_confidence(row)});
  });
  each_table(reader, "ledger_name", Need::optional,
             [&](ConfigReader& row) { rules.names.push_back(read_ledger_name(row)); });
  check_names(rules, reader, problems);
  each_table(reader, "small", Need::required, [&](ConfigReader& row) {
    SmallUnits small;
    small.kind = unit_kind_from(required_text(row, "kind")).value_or(UnitKind::unspecified);
    small.below_kg = required_number(row, "below_kg", number_rule::kPositive);
    small.source = required_text(row, "source");
    (void)read_confidence(row);
    rules.small.push_back(std::move(small));
  });
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return rules;
}

}  // namespace sise

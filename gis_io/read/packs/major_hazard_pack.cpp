#include "gis_io/read/packs/pack_source.hpp"
#include "gis_io/read/packs/packs.hpp"

namespace sise {
namespace {

/// Calls `read(reader)` for every table of the array `key`.
template <class Read>
void each(ConfigReader& parent, std::string_view key, const Read& read) {
  const ConfigNode* list = parent.array(key, Need::required);
  if (list == nullptr) return;
  for (const ConfigNode& item : list->items) {
    ConfigReader reader(item, parent.problems());
    read(reader);
    reader.finish();
  }
}

int whole(ConfigReader& reader, std::string_view key) {
  return static_cast<int>(reader.integer(key, number_rule::kPositive, Need::required).value_or(0));
}

void read_grading(ConfigReader& root, MajorHazardPack& pack) {
  each(root, "alpha", [&](ConfigReader& row) {
    pack.alpha.push_back(
        {required_number(row, "residents", number_rule::kNotNegative), required_positive(row, "alpha")});
  });
  each(root, "levels", [&](ConfigReader& row) {
    pack.levels.push_back({whole(row, "level"), required_number(row, "at_least", number_rule::kNotNegative)});
  });
}

/// Whoever looks up a row relies on the order.
void check_order(ConfigReader& root, const MajorHazardPack& pack) {
  bool rising = !pack.alpha.empty() && pack.alpha.front().residents == 0.0;
  for (std::size_t i = 1; i < pack.alpha.size(); ++i) {
    rising = rising && pack.alpha[i].residents > pack.alpha[i - 1].residents;
  }
  if (!rising) {
    root.problems().error("bad_pack",
                          {"alpha starts at 0 residents and goes on with more", "alpha 应从 0 人起逐行递增"},
                          root.where("alpha"));
  }
  bool falling = !pack.levels.empty() && pack.levels.back().at_least == 0.0;
  for (std::size_t i = 1; i < pack.levels.size(); ++i) {
    falling = falling && pack.levels[i].at_least < pack.levels[i - 1].at_least;
  }
  if (!falling) {
    root.problems().error("bad_pack", {"levels go from the highest R down to 0", "levels 应由高到低, 末行为 0"},
                          root.where("levels"));
  }
}

void read_quantities(ConfigReader& root, MajorHazardPack& pack) {
  each(root, "class", [&](ConfigReader& row) {
    pack.classes.push_back({required_text(row, "symbol"), read_label(row, "label"),
                            required_positive(row, "critical_t"), required_positive(row, "beta")});
  });
  each(root, "substance", [&](ConfigReader& row) {
    NamedHazard named;
    named.number = whole(row, "no");
    named.name = read_label(row, "name");
    named.cas = read_texts(row, "cas", Need::required);
    named.critical_t = required_positive(row, "critical_t");
    named.beta = required_positive(row, "beta");
    named.beta_basis = required_text(row, "beta_basis");
    named.beta_confidence = read_confidence(row, "beta_confidence");
    pack.substances.push_back(std::move(named));
  });
}

std::vector<ListedChemical> read_list(ConfigReader& root, std::string_view key) {
  std::vector<ListedChemical> list;
  each(root, key, [&](ConfigReader& row) {
    list.push_back({whole(row, "no"), required_text(row, "name"), required_text(row, "cas"), read_confidence(row)});
  });
  return list;
}

}  // namespace

MajorHazardPack major_hazard_pack(const std::string& name, const std::filesystem::path& folder) {
  const ConfigNode root = read_pack("hazards", name, folder);
  Problems problems;
  ConfigReader reader(root, problems);
  MajorHazardPack pack;
  pack.id = required_text(reader, "id");
  pack.title = read_label(reader, "title");
  pack.source = read_label(reader, "source");
  pack.confidence = read_confidence(reader);
  pack.exposure_m = required_positive(reader, "exposure_m");
  constexpr double kPaPerMPa = 1e6;
  pack.special_pressure_Pa = required_positive(reader, "special_pressure_MPa") * kPaPerMPa;
  read_grading(reader, pack);
  check_order(reader, pack);
  read_quantities(reader, pack);
  each(reader, "process", [&](ConfigReader& row) {
    pack.processes.push_back({read_label(row, "name"), read_confidence(row)});
  });
  pack.controlled = read_list(reader, "controlled");
  pack.key_second_batch = read_list(reader, "key_second_batch");
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return pack;
}

std::vector<std::string> major_hazard_pack_ids() { return pack_ids("hazards"); }

}  // namespace sise

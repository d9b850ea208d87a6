#include "core/criteria/unit_kind.hpp"

#include <array>
#include <cstddef>

#include "core/criteria/value_names.hpp"

namespace sise {
namespace {

struct KindName {
  std::string_view id;
  std::string_view en;
  std::string_view zh;
};

// In the order of UnitKind.
constexpr std::array<KindName, 21> kKinds{{{"", "not stated", "未说明"},
                                           {"pressurised_vessel", "pressurised vessel", "压力容器"},
                                           {"refrigerated_tank", "refrigerated tank", "低温储罐"},
                                           {"atmospheric_tank", "atmospheric tank", "常压储罐"},
                                           {"reactor", "reactor", "反应器"},
                                           {"column", "column", "塔器"},
                                           {"pump", "pump", "泵"},
                                           {"compressor", "compressor", "压缩机"},
                                           {"pipework", "pipework", "工艺管道"},
                                           {"pipeline", "pipeline", "长输管道"},
                                           {"tanker_berth", "tanker berth", "装卸码头"},
                                           {"cylinder_store", "cylinder store", "气瓶库"},
                                           {"warehouse", "warehouse", "仓库"},
                                           {"filling_station", "filling station", "加油加气站"},
                                           {"ammonia_refrigeration", "ammonia refrigeration", "涉氨制冷"},
                                           {"dust_process", "dust process", "涉爆粉尘"},
                                           {"metal_melting", "metal melting", "金属冶炼"},
                                           {"explosives_store", "explosives store", "爆炸物库"},
                                           {"road_transport", "transport by road", "道路运输"},
                                           {"rail_transport", "transport by rail", "铁路运输"},
                                           {"parking_area", "parking area of dangerous goods", "危险品停车场"}}};

struct Alias {
  std::string_view name;
  UnitKind kind;
};

constexpr std::array<Alias, 17> kAliases{{{"压力储罐", UnitKind::pressurised_vessel},
                                          {"冷冻储罐", UnitKind::refrigerated_tank},
                                          {"反应釜", UnitKind::reactor},
                                          {"塔", UnitKind::column},
                                          {"管道", UnitKind::pipework},
                                          {"输送管道", UnitKind::pipeline},
                                          {"码头", UnitKind::tanker_berth},
                                          {"钢瓶库", UnitKind::cylinder_store},
                                          {"库房", UnitKind::warehouse},
                                          {"加油站", UnitKind::filling_station},
                                          {"氨制冷", UnitKind::ammonia_refrigeration},
                                          {"粉尘涉爆", UnitKind::dust_process},
                                          {"金属熔炼", UnitKind::metal_melting},
                                          {"爆炸品库", UnitKind::explosives_store},
                                          {"公路运输", UnitKind::road_transport},
                                          {"铁路", UnitKind::rail_transport},
                                          {"危化品停车场", UnitKind::parking_area}}};

}  // namespace

std::string_view name_of(UnitKind kind) { return kKinds.at(static_cast<std::size_t>(kind)).id; }

Text label_of(UnitKind kind) {
  const KindName& k = kKinds.at(static_cast<std::size_t>(kind));
  return {std::string(k.en), std::string(k.zh)};
}

std::optional<UnitKind> unit_kind_from(std::string_view name) {
  for (std::size_t i = 1; i < kKinds.size(); ++i) {
    if (kKinds.at(i).id == name || kKinds.at(i).zh == name) return static_cast<UnitKind>(i);
  }
  for (const Alias& alias : kAliases) {
    if (alias.name == name) return alias.kind;
  }
  return std::nullopt;
}

std::vector<std::string> names_of(UnitKind kind) {
  const KindName& k = kKinds.at(static_cast<std::size_t>(kind));
  std::vector<std::string> names{std::string(k.id), std::string(k.zh)};
  for (const Alias& alias : kAliases) {
    if (alias.kind == kind) names.emplace_back(alias.name);
  }
  return names;
}

std::vector<UnitKind> unit_kinds() {
  std::vector<UnitKind> kinds;
  for (std::size_t i = 1; i < kKinds.size(); ++i) kinds.push_back(static_cast<UnitKind>(i));
  return kinds;
}

}  // namespace sise

#include "gis_io/read/packs/substances_pack.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <cmath>

#include "models/base/error.hpp"
#include "models/substances/property_groups.hpp"

using namespace sise;

namespace {

std::string id_of(const std::string& name) {
  const Substance* s = substances().find(name);
  return s == nullptr ? "" : s->id;
}

const std::string kNames =
    "id,name_en,name_zh,cas,un_number,formula,aliases,flags,surrogates,key_supervised_batch,key_supervised_number,"
    "identity_source,identity_confidence,un_source\n";

SubstanceTable parse(const std::string& names, const std::string& properties) {
  const std::string all_names = kNames + names;
  const std::string all_properties = "id,property,value,unit,source,confidence\n" + properties;
  return parse_substances({.names = all_names,
                           .properties = all_properties,
                           .sources = "key,title_en,title_zh\nbook,A book,一本书\n",
                           .notes = "id,en,zh\n"});
}

const std::string kRow = "x,X,甲,,,,,toxic|solid,,,,book,seen,\n";

bool cas_check_digit_holds(const std::string& cas) {
  std::string digits;
  for (const char c : cas) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits.push_back(c);
  }
  int sum = 0;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    sum += (digits[i] - '0') * static_cast<int>(digits.size() - 1 - i);
  }
  return sum % 10 == digits.back() - '0';
}

}  // namespace

BOOST_AUTO_TEST_SUITE(substances_pack)

BOOST_AUTO_TEST_CASE(the_built_in_table_holds_156_substances) {
  BOOST_TEST(substances().all().size() == 156U);
  std::size_t values = 0;
  for (const Substance& s : substances().all()) values += s.properties.size();
  BOOST_TEST(values == 4665U);
}

BOOST_AUTO_TEST_CASE(common_names_of_the_trade_are_found) {
  const std::vector<std::pair<std::string, std::string>> cases{{"液氯", "chlorine"},
                                                               {"氯气", "chlorine"},
                                                               {"液氨", "ammonia"},
                                                               {"氨气", "ammonia"},
                                                               {"LPG", "lpg"},
                                                               {"液化石油气", "lpg"},
                                                               {"液化气", "lpg"},
                                                               {"硝铵", "ammonium_nitrate"},
                                                               {"甲醇", "methanol"},
                                                               {"光气", "phosgene"},
                                                               {"碳酰氯（光气）", "phosgene"},
                                                               {"天然气", "methane"},
                                                               {"LNG", "methane"},
                                                               {"汽油", "gasoline"},
                                                               {"氢氟酸", "hydrogen_fluoride"},
                                                               {"TNT", "tnt"},
                                                               {"双氧水", "hydrogen_peroxide"},
                                                               {"电石", "calcium_carbide"},
                                                               {"ＵＮ１０１７", "chlorine"},
                                                               {"7664-41-7", "ammonia"},
                                                               {"Sulphur dioxide", "sulfur_dioxide"},
                                                               {"甲烷、天然气", "methane"},
                                                               {"NH3", "ammonia"},
                                                               {"un1005", "ammonia"},
                                                               {"氯(液氯)", "chlorine"},
                                                               {"氟化氢(HF)", "hydrogen_fluoride"},
                                                               {"环氧乙烷(EO)", "ethylene_oxide"},
                                                               {"氨(无水)", "ammonia"},
                                                               {"一氧化碳(CO)", "carbon_monoxide"},
                                                               {"硝酸(98%)", "nitric_acid"},
                                                               {"丙烯腈[CAS:107-13-1]", "acrylonitrile"},
                                                               {"柴油", "diesel"},
                                                               {"0#柴油", "diesel"},

                                                               {"车用柴油", "diesel"},
                                                               {"diesel fuel", "diesel"},
                                                               {"UN1202", "diesel"},
                                                               {"煤油", "kerosene"},
                                                               {"航空煤油", "kerosene"},
                                                               {"Jet A-1", "kerosene"}};
  for (const auto& [name, id] : cases) BOOST_TEST(id_of(name) == id, name);
}

BOOST_AUTO_TEST_CASE(chlorine_as_published) {
  const Substance& chlorine = *substances().find("chlorine");
  BOOST_TEST(chlorine.get("molar_mass_kg_mol").value() == 0.0709);
  BOOST_TEST(chlorine.get("aegl2_60min_ppm").value() == 2.0);
  BOOST_TEST(chlorine.get("aegl3_10min_ppm").value() == 50.0);
  BOOST_TEST(chlorine.get("hj169_endpoint1_mg_m3").value() == 58.0);
  BOOST_TEST(chlorine.get("gb18218_critical_quantity_kg").value() == 5000.0);
  BOOST_TEST(chlorine.get("probit_a").value() == -6.35);
  BOOST_TEST(chlorine.get("probit_b").value() == 0.5);
  BOOST_TEST(chlorine.get("probit_n").value() == 2.75);
  BOOST_TEST(chlorine.get("probit_ppm_a").value() == -8.29);
  BOOST_TEST(!chlorine.get("lfl_volume_fraction").has_value());
  BOOST_TEST(chlorine.is("toxic"));
  BOOST_TEST(!chlorine.is("explosive"));
  BOOST_TEST(chlorine.key_supervised_batch.value() == 1);
}

BOOST_AUTO_TEST_CASE(confidence_follows_the_source) {
  const Substance& chlorine = *substances().find("chlorine");
  BOOST_TEST((chlorine.find("probit_a")->confidence == Confidence::recalled));
  BOOST_TEST((chlorine.find("probit_ppm_a")->confidence == Confidence::seen));
  BOOST_TEST(chlorine.find("probit_ppm_a")->source == "Withers and Lees 1985");
  BOOST_TEST((chlorine.find("gb18218_beta")->confidence == Confidence::recalled));
  BOOST_TEST((chlorine.find("molar_mass_kg_mol")->confidence == Confidence::seen));
  BOOST_TEST(chlorine.find("molar_mass_kg_mol")->source == "derived: formula and standard atomic weights");
  BOOST_TEST(!chlorine.find("molar_mass_kg_mol")->source_zh.empty());
}

BOOST_AUTO_TEST_CASE(tnt_equivalence_of_explosives_and_none_for_chlorates) {
  BOOST_TEST(substances().find("ammonium_nitrate")->get("tnt_equivalence").value() == 0.352);
  BOOST_TEST(substances().find("nitroguanidine")->get("tnt_equivalence").value() == 1.0);
  BOOST_TEST(substances().find("tnt")->get("tnt_equivalence").value() == 1.0);
  for (const char* id : {"sodium_chlorate", "potassium_chlorate", "ammonium_chlorate"}) {
    BOOST_TEST(!substances().find(id)->get("tnt_equivalence").has_value(), id);
    BOOST_TEST(!substances().find(id)->notes.empty(), id);
  }
}

BOOST_AUTO_TEST_CASE(isomers_share_an_un_number) {
  BOOST_TEST(substances().matches("1307").size() == 3U);
  BOOST_TEST(substances().find("1307") == nullptr);
}

BOOST_AUTO_TEST_CASE(every_cas_number_has_its_check_digit) {
  for (const Substance& s : substances().all()) {
    if (!s.cas.empty()) BOOST_TEST(cas_check_digit_holds(s.cas), s.id);
  }
}

BOOST_AUTO_TEST_CASE(values_are_plausible_in_their_units) {
  for (const Substance& s : substances().all()) {
    BOOST_TEST(!s.name_en.empty(), s.id);
    BOOST_TEST(!s.name_zh.empty(), s.id);
    BOOST_TEST(!s.hazard_flags.empty(), s.id);
    for (const std::string& other : s.surrogates) BOOST_TEST(id_of(other) == other, s.id);
    for (const auto& [property, sourced] : s.properties) {
      BOOST_TEST(std::isfinite(sourced.value), s.id + " " + property);
      BOOST_TEST(!sourced.source.empty(), s.id + " " + property);
      BOOST_TEST(!sourced.source_zh.empty(), s.id + " " + property);
      if (property.ends_with("_ppm") || property.ends_with("_kg"))
        BOOST_TEST(sourced.value > 0.0, s.id + " " + property);
    }
    const auto lfl = s.get("lfl_volume_fraction");
    const auto ufl = s.get("ufl_volume_fraction");
    if (lfl && ufl) BOOST_TEST((0.0 < *lfl && *lfl < *ufl && *ufl <= 1.0), s.id);
    const auto mass = s.get("molar_mass_kg_mol");
    if (mass) BOOST_TEST((*mass > 0.001 && *mass < 1.0), s.id);
  }
}

BOOST_AUTO_TEST_CASE(toxic_endpoints_rise_with_the_level_and_fall_with_time) {
  for (const Substance& s : substances().all()) {
    const auto low = s.get("aegl2_60min_ppm");
    const auto high = s.get("aegl3_60min_ppm");
    if (low && high) BOOST_TEST(*low <= *high, s.id);
    const auto brief = s.get("aegl3_10min_ppm");
    const auto lasting = s.get("aegl3_480min_ppm");
    if (brief && lasting) BOOST_TEST(*brief >= *lasting, s.id);
    const auto first = s.get("hj169_endpoint1_mg_m3");
    const auto second = s.get("hj169_endpoint2_mg_m3");
    if (first && second) BOOST_TEST(*first > *second, s.id);
  }
}

BOOST_AUTO_TEST_CASE(every_property_belongs_to_one_group) {
  for (const Substance& s : substances().all()) {
    for (const auto& [property, sourced] : s.properties) {
      const auto groups = std::count_if(property_groups().begin(), property_groups().end(),
                                        [&](const PropertyGroup& group) { return belongs_to(property, group); });
      BOOST_TEST(groups == 1, property);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_known_of_chlorine) {
  std::vector<std::string> unknown;
  for (const PropertyGroup* group : unknown_groups(*substances().find("chlorine"))) unknown.emplace_back(group->id);
  BOOST_TEST((unknown == std::vector<std::string>{"flammable_limits", "heat_of_combustion", "burning_rate",
                                                  "autoignition", "flash_point", "tnt_equivalence", "dust"}));
}

BOOST_AUTO_TEST_CASE(a_solid_that_does_not_boil_lacks_nothing_of_a_fluid) {
  const auto has = [](const std::vector<const PropertyGroup*>& groups, std::string_view id) {
    return std::any_of(groups.begin(), groups.end(), [id](const PropertyGroup* group) { return group->id == id; });
  };
  for (const char* solid : {"tnt", "dust_sugar", "potassium_chlorate"}) {
    const Substance& s = *substances().find(solid);
    BOOST_TEST(has(needless_groups(s), "gas_heat_capacity"), solid);
    BOOST_TEST(!has(unknown_groups(s), "gas_heat_capacity"), solid);
    BOOST_TEST(has(unknown_groups(s), "aegl"), solid);
  }
  for (const char* melts : {"phenol", "white_phosphorus", "chlorine"})
    BOOST_TEST(needless_groups(*substances().find(melts)).empty(), melts);
}

BOOST_AUTO_TEST_CASE(a_small_table_is_read) {
  const SubstanceTable table = parse(kRow, "x,boiling_point_K,250.5,K,book,seen\n");
  BOOST_TEST(table.find("甲")->get("boiling_point_K").value() == 250.5);
  BOOST_TEST(table.find("x")->is("solid"));
}

BOOST_AUTO_TEST_CASE(wrong_rows_are_all_told) {
  try {
    (void)parse(kRow, "y,p,1,K,book,seen\nx,p,one,K,book,seen\nx,p,1,K,page,sure\nx,p,2,K,book,seen\n");
    BOOST_FAIL("not refused");
  } catch (const ConfigError& error) {
    std::vector<std::string> codes;
    for (const Diagnostic& d : error.diagnostics()) codes.push_back(d.code + " " + std::to_string(d.where.line));
    BOOST_TEST((codes == std::vector<std::string>{"unknown_id 2", "bad_number 3", "unknown_source 4",
                                                  "unknown_confidence 4", "doubled_value 5"}));
  }
}

BOOST_AUTO_TEST_SUITE_END()

// Names of the United States' list of regulated substances, with its index names in square brackets.
BOOST_AUTO_TEST_CASE(index_names_beside_a_name_are_the_same_substance) {
  BOOST_TEST(id_of("Ethylenediamine  [1,2-Ethanediamine]") == "ethylenediamine");
  BOOST_TEST(id_of("Isobutane  [Propane, 2-methyl]") == "isobutane");
  BOOST_TEST(id_of("Toluene diisocyanate (unspecified isomer)  [Benzene, 1,3-diisocyanatomethyl-]") ==
             "toluene_diisocyanate");
  BOOST_TEST(id_of("Methyl ether  [Methane, oxybis-]") == "dimethyl_ether");
  BOOST_TEST(id_of("Propylene  [1-Propene]") == "propylene");
  BOOST_TEST(id_of("Isobutane  [Chloroform]").empty());
}

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

using Linear = std::array<double, 3>;

Linear linear_light(const Rgb& rgb) {
  Linear out{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double v = rgb.at(i) / 255.0;
    out.at(i) = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  }
  return out;
}

/// What a person without red (protan), green (deutan) or blue (tritan) cones sees, in linear light; matrices of
/// Machado, Oliveira and Fernandes 2009 at full severity.
Linear seen_by(const Linear& c, const std::array<double, 9>& m) {
  Linear out{};
  for (std::size_t i = 0; i < 3; ++i) {
    out.at(i) = std::clamp(m.at(3 * i) * c[0] + m.at(3 * i + 1) * c[1] + m.at(3 * i + 2) * c[2], 0.0, 1.0);
  }
  return out;
}

constexpr std::array<double, 9> kNormal{1, 0, 0, 0, 1, 0, 0, 0, 1};
constexpr std::array<double, 9> kProtan{0.152286, 1.052583,  -0.204868, 0.114503, 0.786281,
                                        0.099216, -0.003882, -0.048116, 1.051998};
constexpr std::array<double, 9> kDeutan{0.367322, 0.860646,  -0.227968, 0.280085, 0.672501,
                                        0.047413, -0.011820, 0.042940,  0.968881};
constexpr std::array<double, 9> kTritan{1.255528, -0.076749, -0.178779, -0.078411, 0.930809,
                                        0.147602, 0.004733,  0.691367,  0.303900};

/// CIE 1976 L*a*b* under D65.
Linear lab(const Linear& c) {
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
  const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
  const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
  const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.0890);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double colour_difference(const Rgb& a, const Rgb& b, const std::array<double, 9>& eye) {
  const Linear p = lab(seen_by(linear_light(a), eye));
  const Linear q = lab(seen_by(linear_light(b), eye));
  return std::sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

double smallest_difference(const ClassScheme& scheme, const std::array<double, 9>& eye) {
  double smallest = 1e9;
  for (const SchemeClass& a : scheme.classes) {
    for (const SchemeClass& b : scheme.classes) {
      if (a.code < b.code) smallest = std::min(smallest, colour_difference(a.rgb, b.rgb, eye));
    }
  }
  return smallest;
}

void check_against(const ClassScheme& scheme, const LimitTable& limits) {
  BOOST_TEST(scheme.quantity == limits.quantity);
  BOOST_TEST(scheme.unit == limits.unit);
  BOOST_TEST(scheme.by_id("red")->lower == limits.of(TargetClass::general_3).value);
  BOOST_TEST(scheme.by_id("orange")->upper == limits.of(TargetClass::general_3).value);
  BOOST_TEST(scheme.by_id("orange")->lower == limits.of(TargetClass::general_2).value);
  BOOST_TEST(scheme.by_id("yellow")->upper == limits.of(TargetClass::general_2).value);
  BOOST_TEST(scheme.by_id("yellow")->lower == limits.of(TargetClass::general_1).value);
  BOOST_TEST(scheme.by_id("blue")->upper == limits.of(TargetClass::general_1).value);
  BOOST_TEST((scheme.confidence == limits.of(TargetClass::general_1).confidence));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schemes)

BOOST_AUTO_TEST_CASE(the_bounds_are_the_limits_of_the_rule_pack) {
  const RulePack pack = rule_pack("gb36894-2018");
  check_against(class_scheme("individual-risk-baseline"), pack.individual_risk_existing);
  check_against(class_scheme("individual-risk-baseline-new"), pack.individual_risk_new);
  check_against(class_scheme("overpressure-baseline"), pack.overpressure);
}

BOOST_AUTO_TEST_CASE(codes_are_those_of_classes_tif) {
  for (const char* id :
       {"individual-risk-baseline", "individual-risk-baseline-new", "overpressure-baseline", "four-colours"}) {
    const ClassScheme scheme = class_scheme(id);
    BOOST_TEST(scheme.classes.size() == 4U);
    BOOST_TEST(scheme.by_id("red")->code == 1);
    BOOST_TEST(scheme.by_id("orange")->code == 2);
    BOOST_TEST(scheme.by_id("yellow")->code == 3);
    BOOST_TEST(scheme.by_id("blue")->code == 4);
    BOOST_TEST(scheme.classes.front().id == "red");
  }
}

BOOST_AUTO_TEST_CASE(the_default_title_cannot_be_taken_for_the_official_grading) {
  BOOST_TEST(class_scheme("individual-risk-baseline").title.zh.find("个人风险基准分区") == 0U);
}

BOOST_AUTO_TEST_CASE(official_levels_one_to_four) {
  const ClassScheme scheme = class_scheme("four-colours");
  BOOST_TEST(scheme.of(1.0)->label.zh == "重大风险");
  BOOST_TEST(scheme.of(2.0)->label.zh == "较大风险");
  BOOST_TEST(scheme.of(3.0)->label.zh == "一般风险");
  BOOST_TEST(scheme.of(4.0)->label.zh == "低风险");
  BOOST_TEST(scheme.of(0.0) == nullptr);
  BOOST_TEST(scheme.of(5.0) == nullptr);
}

BOOST_AUTO_TEST_CASE(no_answer_and_outside_are_two_greys_in_every_palette_of_a_raster) {
  for (const std::string& id : class_scheme_ids()) {
    const ClassScheme scheme = class_scheme(id);
    const bool of_raster =
        id.starts_with("individual-risk") || id.starts_with("overpressure") || id.starts_with("four");
    BOOST_TEST(scheme.outside.has_value() == of_raster, id);
    if (!scheme.outside) continue;
    for (const Rgb& rgb : {scheme.no_answer_rgb, scheme.outside->rgb})
      BOOST_TEST((rgb[0] == rgb[1] && rgb[1] == rgb[2]));
    BOOST_TEST(colour_difference(scheme.no_answer_rgb, scheme.outside->rgb, kNormal) > 25.0, id);
    BOOST_TEST(scheme.outside->label.zh != scheme.no_answer_label.zh);
  }
}

BOOST_AUTO_TEST_CASE(a_variant_differs_in_its_colours_alone) {
  const ClassScheme base = class_scheme("individual-risk-baseline");
  const ClassScheme variant = class_scheme("individual-risk-baseline-colour-blind");
  BOOST_REQUIRE(base.classes.size() == variant.classes.size());
  for (std::size_t i = 0; i < base.classes.size(); ++i) {
    BOOST_TEST(base.classes[i].lower == variant.classes[i].lower);
    BOOST_TEST((base.classes[i].label == variant.classes[i].label));
    BOOST_TEST((base.classes[i].rgb != variant.classes[i].rgb));
  }
}

BOOST_AUTO_TEST_CASE(colour_blind_variants_stay_apart_for_every_kind_of_eye) {
  for (const std::string& id : class_scheme_ids()) {
    const ClassScheme scheme = class_scheme(id);
    BOOST_TEST(smallest_difference(scheme, kNormal) > 30.0, id);
    if (!id.ends_with("-colour-blind")) continue;
    for (const auto& eye : {kProtan, kDeutan, kTritan}) BOOST_TEST(smallest_difference(scheme, eye) > 25.0, id);
  }
}

BOOST_AUTO_TEST_SUITE_END()

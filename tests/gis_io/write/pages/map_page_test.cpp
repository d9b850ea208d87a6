// A page holds what its layers hold, and nothing in a name of the input does anything.
#include "gis_io/write/pages/map_page.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"

using namespace sise;

namespace {

const std::string kOpening = "<script type=\"application/json\" id=\"sise-data\">";

std::string data_block(const std::string& html) {
  const std::size_t begin = html.find(kOpening);
  BOOST_REQUIRE(begin != std::string::npos);
  const std::size_t end = html.find("</script>", begin);
  return html.substr(begin + kOpening.size(), end - begin - kOpening.size());
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

MultiPolygon square(double x, double y, double size) {
  return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}, {}}};
}

VectorLayer units(const std::vector<std::string>& names) {
  VectorLayer layer{"units", {"Units", "危险单元"}, {}, {}, {}, "name"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double x = 501000.0 + 100.0 * static_cast<double>(i);
    layer.features.push_back({{.points = {{x, 3501000.0}}, .lines = {}, .polygons = {}},
                              {{"id", "U" + std::to_string(i)},
                               {"name", names[i]},
                               {"level", static_cast<int>(i % 4) + 1},
                               {"code", 1},
                               {"missing", PropertyValue()},
                               {"risk_per_year", 1.23456789e-5},
                               {"status", i % 2 == 0 ? "existing" : "new"}}});
  }
  layer.style = category_style(class_scheme("major-hazard"), "level", Shape::point);
  return layer;
}

struct Made {
  std::string html;
  nlohmann::json data;
};

Made make(const std::vector<const VectorLayer*>& layers, const Context& context = {}, const Text& title = {"T", "题"}) {
  const auto projection = open_projection("EPSG:4549");
  MapPage page(*projection, context, {500000.0, 3500000.0, 504000.0, 3504000.0});
  page.title = title;
  page.notes = {{"A note", "说明"}};
  page.provenance_json = "{\"version\":\"0\"}";
  for (const VectorLayer* layer : layers) page.layers.push_back({layer, true, {}});
  Made made{map_page_html(page), {}};
  made.data = nlohmann::json::parse(data_block(made.html));
  return made;
}

/// Places of a list of steps, degrees.
std::vector<LonLat> places(const nlohmann::json& data, const nlohmann::json& steps) {
  std::vector<LonLat> out;
  std::int64_t lon = data["origin"][0];
  std::int64_t lat = data["origin"][1];
  for (std::size_t i = 0; i < steps.size(); i += 2) {
    lon += steps[i].get<std::int64_t>();
    lat += steps[i + 1].get<std::int64_t>();
    out.push_back({static_cast<double>(lon) / 1e6, static_cast<double>(lat) / 1e6});
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_page)

BOOST_AUTO_TEST_CASE(names_of_the_input_are_text_and_nothing_else) {
  const std::string longest(300, 'x');
  const std::vector<std::string> names{"</script><script>alert(1)</script>",
                                       "<!-- <img src=x onerror=alert(1)> -->",
                                       "'\"`&lt;${x}\\",
                                       "\u202Eright to left \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
                                       "🏭 工厂",
                                       longest,
                                       "line\nbreak\u2028and\u0000zero",
                                       ""};
  const VectorLayer layer = units(names);
  const Made made = make({&layer}, {}, {"<b>&", "</title><script>alert(2)</script>"});
  BOOST_TEST(count(made.html, "<script") == 3U);  // the data, Leaflet, ours
  BOOST_TEST(count(made.html, "</script") == 3U);
  BOOST_TEST(count(data_block(made.html), "<") == 0U);
  const nlohmann::json fields = made.data["layers"][0]["fields"];
  BOOST_REQUIRE(fields[1]["name"] == "name");
  for (std::size_t i = 0; i + 1 < names.size(); ++i)
    BOOST_TEST(fields[1]["words"][fields[1]["values"][i].get<std::size_t>()] == names[i]);
  BOOST_TEST(fields[1]["values"].back().is_null());
}

BOOST_AUTO_TEST_CASE(nothing_is_fetched_and_no_other_script_runs) {
  const VectorLayer layer = units({"A"});
  const Made made = make({&layer});
  BOOST_TEST(made.html.find("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-") !=
             std::string::npos);
  for (const char* part : {" src=", "href=", "@import", "url(images", "sourceMappingURL"})
    BOOST_TEST(count(made.html.substr(0, made.html.find("<script>")), part) == 0U, part);
  BOOST_TEST(made.html.find("sourceMappingURL") == std::string::npos);
  BOOST_TEST(made.html.find("Copyright (c) 2010-2019, Vladimir Agafonkin") != std::string::npos);
  const Context tiled{{}, {"https://t0.tianditu.gov.cn/w?x={x}&y={y}&l={z}&tk=secret", "天地图"}};
  const Made with_tiles = make({&layer}, tiled);
  BOOST_TEST(with_tiles.html.find("img-src data: https://t0.tianditu.gov.cn;") != std::string::npos);
  BOOST_TEST(with_tiles.data["tiles"]["credit"] == "天地图");
}

BOOST_AUTO_TEST_CASE(columns_say_what_features_say) {
  const VectorLayer layer = units({"A", "B", "A"});
  const nlohmann::json made = make({&layer}).data["layers"][0];
  std::vector<std::string> names;
  for (const nlohmann::json& field : made["fields"]) names.push_back(field["name"]);
  BOOST_TEST(names == (std::vector<std::string>{"id", "name", "level", "risk_per_year", "status"}),
             boost::test_tools::per_element());
  BOOST_TEST(made["fields"][1]["words"] == (nlohmann::json{"A", "B"}));
  BOOST_TEST(made["fields"][1]["values"] == (nlohmann::json{0, 1, 0}));
  BOOST_TEST(made["fields"][2]["values"] == (nlohmann::json{1, 2, 3}));
  BOOST_TEST(made["fields"][3]["values"][0] == 1.234568e-05);
  BOOST_TEST(made["fields"][3]["label"]["zh"] == "个人风险 (每年)");
  BOOST_TEST(made["entry"] == (nlohmann::json{0, 1, 2}));
}

BOOST_AUTO_TEST_CASE(rows_that_a_layer_reads_one_by_one_are_on_the_page) {
  VectorLayer layer = units({});
  layer.rows = LayerRows{{{"id", ColumnKind::text}, {"name", ColumnKind::text}, {"level", ColumnKind::whole}},
                         2,
                         [](const LayerRows::Sink& sink) {
                           sink(Point{501000.0, 3501000.0}, {"P1", "first", 1});
                           sink(std::nullopt, {"P2", "second", 2});
                         }};
  const nlohmann::json made = make({&layer}).data["layers"][0];
  BOOST_TEST(made["fields"][0]["words"] == (nlohmann::json{"P1", "P2"}));
  BOOST_TEST(made["entry"] == (nlohmann::json{0, 1}));
  BOOST_TEST(made["shapes"][0]["p"].size() == 2U);
  BOOST_TEST(made["shapes"][1].is_null());
}

BOOST_AUTO_TEST_CASE(shapes_lie_where_they_lie) {
  VectorLayer layer{"mixed", {"Mixed", "混合"}, {}, {}, {}, ""};
  MultiPolygon holed = square(501000.0, 3501000.0, 2000.0);
  holed[0].holes.push_back(square(501500.0, 3501500.0, 200.0)[0].outer);
  layer.features.push_back({{.points = {}, .lines = {}, .polygons = holed}, {{"id", "a"}}});
  layer.features.push_back(
      {{.points = {}, .lines = {{{500100.0, 3500100.0}, {503900.0, 3500200.0}}}, .polygons = {}}, {{"id", "l"}}});
  layer.features.push_back(
      {{.points = {{504000.0, 3504000.0}, {500000.0, 3500000.0}}, .lines = {}, .polygons = {}}, {{"id", "p"}}});
  layer.features.push_back({{}, {{"id", "none"}}});
  layer.style = plain_style(Symbol::clear_areas, {"all", "全部"}, {1, 2, 3});
  const nlohmann::json data = make({&layer}).data;
  const nlohmann::json shapes = data["layers"][0]["shapes"];
  const auto projection = open_projection("EPSG:4549");
  const auto near = [&](LonLat got, Point wanted) {
    const Point at = projection->from_lon_lat(got);
    return std::hypot(at.x - wanted.x, at.y - wanted.y) < 0.1;
  };
  BOOST_REQUIRE(shapes.size() == 4U);
  BOOST_REQUIRE(shapes[0]["a"][0].size() == 2U);
  const std::vector<LonLat> outer = places(data, shapes[0]["a"][0][0]);
  BOOST_TEST(outer.size() == 9U);  // edges of 2 km have a point in between
  BOOST_TEST(near(outer[0], {501000.0, 3501000.0}));
  BOOST_TEST(near(outer[1], {502000.0, 3501000.0}));
  BOOST_TEST(near(outer[8], {501000.0, 3501000.0}));
  BOOST_TEST(near(places(data, shapes[0]["a"][0][1])[0], {501500.0, 3501500.0}));
  BOOST_TEST(near(places(data, shapes[1]["l"][0]).back(), {503900.0, 3500200.0}));
  BOOST_TEST(near(places(data, shapes[2]["p"])[0], {504000.0, 3504000.0}));
  BOOST_TEST(near(places(data, shapes[2]["p"])[1], {500000.0, 3500000.0}));
  BOOST_TEST(shapes[3].is_null());
}

BOOST_AUTO_TEST_CASE(context_is_cut_around_the_map_and_boundaries_do_not_run_along_the_cut) {
  Context context;
  context.layers.push_back({"sea",
                            ContextKind::water,
                            {"sea", "海"},
                            {{{.points = {}, .lines = {}, .polygons = square(400000.0, 3400000.0, 200000.0)}, "Sea"}}});
  context.layers.push_back(
      {"county",
       ContextKind::boundaries,
       {"county", "县"},
       {{{.points = {}, .lines = {}, .polygons = square(503000.0, 3400000.0, 200000.0)}, "County"}}});
  context.layers.push_back(
      {"far",
       ContextKind::roads,
       {"far", "远"},
       {{{.points = {}, .lines = {{{600000.0, 3600000.0}, {601000.0, 3600000.0}}}, .polygons = {}}, "R"}}});
  const nlohmann::json data = make({}, context).data;
  const auto projection = open_projection("EPSG:4549");
  const std::vector<LonLat> sea = places(data, data["context"][0]["shapes"][0]["a"][0][0]);
  for (const LonLat& at : sea) {
    const Point p = projection->from_lon_lat(at);
    BOOST_TEST((p.x > 495900.0 && p.x < 508100.0 && p.y > 3495900.0 && p.y < 3508100.0));
  }
  const nlohmann::json county = data["context"][1]["shapes"][0]["l"];
  BOOST_REQUIRE(county.size() == 1U);  // the one edge that crosses the map, from end to end
  const std::vector<LonLat> edge = places(data, county[0]);
  for (const LonLat& at : edge) BOOST_TEST(std::abs(projection->from_lon_lat(at).x - 503000.0) < 0.2);
  BOOST_TEST(data["context"][2]["shapes"].empty());
}

BOOST_AUTO_TEST_CASE(an_empty_run_is_a_page_too) {
  const Made made = make({});
  BOOST_TEST(made.data["layers"].empty());
  BOOST_TEST(made.data["ground"].is_null());
  BOOST_TEST(made.data["view"].size() == 4U);
  VectorLayer none = units({});
  BOOST_TEST(make({&none}).data["layers"][0]["shapes"].empty());
}

BOOST_AUTO_TEST_SUITE_END()

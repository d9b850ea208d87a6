// [context]: layers and tiles below a map, understood or refused.
#include <algorithm>

#include "gis_io/read/context/context_layer.hpp"
#include "tests/gis_io/read/project/support.hpp"

using namespace sise;

namespace {

std::vector<Diagnostic> with_context(const std::string& text) { return project_problems(kSmallProject + text); }

std::string refusal(const std::string& address) {
  const auto found = refusal_of_tiles(address, {});
  return found ? found->code + ": " + found->message.en : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(context_section)

BOOST_AUTO_TEST_CASE(layers_come_in_the_order_of_the_file_with_kind_and_names) {
  const ContextConfig context =
      project(kSmallProject +
              "[context]\ntiles = 'https://t0.tianditu.gov.cn/w?x={x}&y={y}&l={z}&tk=abc'\n"
              "tiles_credit = '天地图'\n"
              "[context.water]\nsource = 'district.gpkg'\nkind = 'water'\n"
              "[context.a]\nsource = 'targets.gpkg'\nkind = 'names'\nname = '地名'\ntitle = '地名'\n")
          .context;
  BOOST_REQUIRE(context.layers.size() == 2U);
  BOOST_TEST(context.layers[0].key == "water");
  BOOST_TEST((context.layers[0].kind == ContextKind::water));
  BOOST_TEST(context.layers[1].layer.fields.at("name") == "地名");
  BOOST_TEST(context.layers[1].title.zh == "地名");
  BOOST_TEST(context.tiles.credit == "天地图");
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_refused) {
  check_one(with_context("[context.x]\nsource = 'district.gpkg'\nkind = 'river'\n"), "unknown_choice 9:8");
  check_one(with_context("[context.x]\nsource = 'district.gpkg'\n"), "missing_key 7:1");
  check_one(with_context("[context.x]\nkind = 'water'\n"), "missing_key 7:1");
  check_one(with_context("[context.x]\nsource = 'nowhere.gpkg'\nkind = 'water'\n"), "missing_file 8:10");
  check_one(with_context("[context.x]\nsource = 'district.gpkg'\nkind = 'water'\nnames = 'n'\n"), "unknown_key 10:1",
            "Did you mean 'name'?");
  check_one(with_context("[context]\ntile = 'https://a.cn/{z}/{x}/{y}'\n"), "no_context_layer 8:8",
            "Did you mean 'tiles'?; or write [context.tile] with source and kind");
  check_one(with_context("[context]\nriver = 'district.gpkg'\n"), "no_context_layer 8:9",
            "Allowed: tiles, tiles_credit; or write [context.river] with source and kind");
  check_one(with_context("[context]\ntiles_credit = 'x'\n"), "unused_key 8:16");
}

BOOST_AUTO_TEST_CASE(tiles_that_lie_beside_the_map_are_refused) {
  for (const char* address :
       {"https://webrd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}",
        "https://WPRD01.is.AutoNavi.com/appmaptile?x={x}&y={y}&z={z}",
        "http://rt0.map.gtimg.com/realtimerender?z={z}&x={x}&y={y}",
        "https://mt1.google.cn/vt/lyrs=m&x={x}&y={y}&z={z}", "https://map.geoq.cn/ArcGIS/rest/{z}/{y}/{x}",
        "https://proxy.example.cn/?u=https://webst01.is.autonavi.com/x={x}&y={y}&z={z}"}) {
    BOOST_TEST(refusal(address).starts_with("shifted_tiles"), address);
    BOOST_TEST(refusal(address).find("GCJ-02") != std::string::npos);
  }
  BOOST_TEST(refusal("https://maponline0.bdimg.com/tile/?x={x}&y={y}&z={z}").find("BD-09") != std::string::npos);
  check_one(with_context("[context]\ntiles = 'https://mt1.google.cn/vt/x={x}&y={y}&z={z}'\n"), "shifted_tiles 8:9",
            "Use tiles in CGCS2000 or WGS 84, such as those of Tianditu with a key of your own");
}

BOOST_AUTO_TEST_CASE(an_address_of_tiles_is_an_address_with_z_x_and_y) {
  BOOST_TEST(refusal("https://t0.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=abc") == "");
  BOOST_TEST(refusal("http://10.0.0.5:8080/tiles/{z}/{x}/{y}.png") == "");
  for (const char* address :
       {"ftp://a.cn/{z}/{x}/{y}", "javascript:alert(1)//{z}{x}{y}", "https://a.cn/{z}/{x}",
        "https://{s}.a.cn/{z}/{x}/{y}", "https://a.cn/{z}/{x}/{-y}", "https://a.cn/{z}/{x}/{y}\"><b>",
        "https://a.cn; script-src *//{z}/{x}/{y}", "tiles/{z}/{x}/{y}.png"})
    BOOST_TEST(refusal(address).starts_with("bad_tiles"), address);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_an_address_is_told_without_the_users_key) {
  BOOST_TEST(refusal("https://{s}.a.cn/{z}/{x}/{y}?tk=secret").find("braces other than") != std::string::npos);
  const std::string wrong = refusal("ftp://a.cn/{z}/{x}/{y}?tk=secret");
  BOOST_TEST(wrong.find("ftp://a.cn/{z}/{x}/{y}") != std::string::npos, wrong);
  BOOST_TEST(wrong.find("secret") == std::string::npos, wrong);
}

BOOST_AUTO_TEST_CASE(a_users_key_stays_out_of_the_resolved_configuration) {
  const std::string json = resolved_json(
      project(kSmallProject + "[context]\ntiles = 'https://t0.tianditu.gov.cn/w?x={x}&y={y}&l={z}&tk=abcsecret'\n"));
  BOOST_TEST(json.find("t0.tianditu.gov.cn/w") != std::string::npos);
  BOOST_TEST(json.find("abcsecret") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

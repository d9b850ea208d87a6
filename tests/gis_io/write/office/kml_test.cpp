// KML and KMZ, read back by OGR and as XML.
#include "gis_io/write/office/kml.hpp"

#include <cpl_minixml.h>
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <sstream>

#include "gis_io/projection.hpp"
#include "gis_io/write/office/kmz.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/write/office/sample_layers.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

using testing::TempFolder;

const KmlText kText{{"Sample <1>", "样例"}, {"made up", "虚构"}, R"({"program":"sise"})"};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(kml_is_xml_with_a_folder_per_layer_and_a_mark_per_feature_that_is_drawn) {
  const auto projection = open_projection(testing::kCrs);
  const std::string text = kml(testing::sample_layers(), *projection, kText);
  const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> xml(CPLParseXMLString(text.c_str()),
                                                                      CPLDestroyXMLNode);
  BOOST_REQUIRE(xml);
  BOOST_TEST(count(text, "<Folder>") == 4U);
  BOOST_TEST(count(text, "<Placemark>") == 6U);  // U5 has no place
  BOOST_TEST(text.find("个人风险 (每年) / individual risk, per year") != std::string::npos);
  BOOST_TEST(text.find("罐区 &lt;U1&gt; &amp; &quot;co&quot;") != std::string::npos);
  BOOST_TEST(text.find("<value>nan") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(colours_are_those_of_the_scheme_in_the_order_of_kml) {
  const auto projection = open_projection(testing::kCrs);
  const std::string text = kml(testing::sample_layers(), *projection, kText);
  const Rgb red = class_scheme("major-hazard").classes.front().rgb;
  std::ostringstream expected;
  expected << "<Style id=\"units_points-0\"><IconStyle><color>ff" << std::hex << int{red[2]} << int{red[1]}
           << int{red[0]} << "</color>";
  BOOST_TEST(text.find(expected.str()) != std::string::npos, expected.str());
}

BOOST_AUTO_TEST_CASE(a_kmz_opens_and_its_bytes_are_its_contents) {
  const TempFolder folder;
  const auto projection = open_projection(testing::kCrs);
  write_kmz(folder / "one.kmz", testing::sample_layers(), *projection, kText);
  write_kmz(folder / "other.kmz", testing::sample_layers(), *projection, kText);
  BOOST_TEST((testing::content_of(folder / "one.kmz") == testing::content_of(folder / "other.kmz")));
  const std::string inside = "/vsizip/" + (folder / "one.kmz").string() + "/";
  const std::unique_ptr<GDALDataset> icon(GDALDataset::Open((inside + "files/dot.png").c_str()));
  BOOST_REQUIRE(icon);
  BOOST_TEST(icon->GetRasterCount() == 4);
  const std::unique_ptr<GDALDataset> dataset(
      GDALDataset::Open((inside + "doc.kml").c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset);
  BOOST_TEST(dataset->GetLayerCount() == 4);
  const OGRFeatureUniquePtr zone(dataset->GetLayer(3)->GetNextFeature());
  OGREnvelope box;
  zone->GetGeometryRef()->getEnvelope(&box);
  const LonLat corner = projection->to_lon_lat({490000.0, 3530000.0});
  BOOST_TEST(std::abs(box.MinX - corner.lon_deg) < 1e-5);
  BOOST_TEST(std::abs(box.MinY - corner.lat_deg) < 1e-5);
}

BOOST_AUTO_TEST_CASE(a_kmz_that_cannot_be_written_is_told) {
  const TempFolder folder;
  const auto projection = open_projection(testing::kCrs);
  BOOST_CHECK_THROW(write_kmz(folder / "no" / "one.kmz", testing::sample_layers(), *projection, kText), OutputError);
}

}  // namespace sise

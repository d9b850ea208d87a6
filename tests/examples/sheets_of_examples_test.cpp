// The bundled district on paper, in both languages and all colours: none of its own names, legends and notes lies over
// another or is cut.
#include <boost/test/unit_test.hpp>
#include <set>

#include "gis_io/products/page_file.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/write/results/study_layers.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;

namespace {

/// The units with a level each, as the map gives them.
VectorLayer levelled_units(const Study& study, const ClassScheme& scheme) {
  VectorLayer layer = unit_layer(study);
  for (std::size_t i = 0; i < layer.features.size(); ++i)
    layer.features[i].properties.push_back({"level", static_cast<int>(i % 4) + 1});
  layer.style = category_style(scheme, "level", commonest_shape(layer.features));
  return layer;
}

/// Stripes of every class, and of none.
ClassThumbnail striped(const GridSpec& grid, const ClassScheme& scheme) {
  ClassThumbnail codes(grid, scheme, kPageMapPixels);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    const auto code = static_cast<std::uint8_t>(row / 10 % 5);
    codes.add_row(std::vector<std::uint8_t>(static_cast<std::size_t>(grid.columns), code));
  }
  return codes;
}

void check_apart(const std::vector<PaperText>& texts, const SheetFormat& format) {
  const bool a3 = format.paper == Paper::a3;
  const PaperBox paper{0.0, 0.0, (a3 ? 420.0 : 297.0) * kPointsPerMm, (a3 ? 297.0 : 210.0) * kPointsPerMm};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    BOOST_TEST(texts[i].box.within(paper), name_of(format) << " cuts " << texts[i].text);
    for (std::size_t j = 0; j < i; ++j) {
      BOOST_TEST(texts[i].box.apart(texts[j].box), name_of(format)
                                                       << ": '" << texts[i].text << "' over '" << texts[j].text << "'");
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_sheets_of_the_bundled_district_have_no_text_over_another) {
  const testing::TempFolder folder;
  RunOptions options;
  options.input = std::filesystem::path(SISE_SOURCE_DIR) / "examples/binjiang/project.toml";
  options.overrides = {"grid.cell_m=100.0"};
  const OpenProject project = open_project(options, "map", GenerateScenarios::no);
  std::vector<Diagnostic> notes;
  const Context context = open_context(project.config.context, project.config.grid, project.study.grid.bounds(), notes);
  BOOST_TEST(context.layers.size() >= 2U);
  const ClassScheme& scheme = project.config.scheme;
  const ClassThumbnail codes = striped(project.study.grid, scheme);
  const std::vector<VectorLayer> layers{levelled_units(project.study, scheme)};
  const std::vector<SheetFormat> formats =
      sheet_formats("A4,A4-zh,A4-en,A3,A3-zh,A3-en,A4-grey,A4-zh-colour-blind,A3-en-grey");
  const OutputSet outputs(folder / "out", sheet_files(formats), false);
  MapPage page = page_of(project, context, scheme.title);
  page.ground.emplace(PageGround{codes, scheme});
  page.notes = texts_of({"substitute_value"});
  for (const VectorLayer& layer : layers) add_page_layer(page, layer);
  SheetWords words = sheet_words(project.config);
  words.colours = {scheme};
  words.basis = project.study.criteria.rules.title;
  const auto texts = write_page_sheets(outputs, formats, page, words);
  BOOST_REQUIRE(texts.size() == formats.size());
  for (std::size_t i = 0; i < formats.size(); ++i) {
    check_apart(texts[i], formats[i]);
    std::set<std::string> said;
    for (const PaperText& text : texts[i]) said.insert(text.text);
    BOOST_TEST(said.size() > 40U, name_of(formats[i]));
    BOOST_TEST(said.contains("双塔镇"), name_of(formats[i]));  // a township of the context
  }
}

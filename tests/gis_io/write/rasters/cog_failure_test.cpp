// Everything that can stop a raster on its way to the disk must be an error, never a file that looks whole.
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/write/rasters/sample_rasters.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

/// Stops after some reports.
class Stopper final : public Progress {
 public:
  explicit Stopper(int after) : left_(after) {}
  void report(std::string_view /*stage*/, double /*fraction*/) override { --left_; }
  [[nodiscard]] bool cancelled() const override { return left_ < 0; }

 private:
  int left_;
};

void write(const std::filesystem::path& folder, int threads, Progress* progress) {
  const GridSpec grid = testing::sample_grid(1500, 1300);
  const Raster<float> risk = testing::sample_risk(grid);
  const std::array bands{risk.view()};
  OutputSet outputs(folder, {"risk.tif"}, false);
  write_cog(outputs.stage("risk.tif"), grid, testing::risk_description(), bands, {threads, progress});
  outputs.commit({"map", "{}", {}}, RunStatus::complete);
}

}  // namespace

BOOST_AUTO_TEST_CASE(wherever_the_disk_is_full_it_is_an_error_that_names_the_file) {
  const testing::TempFolder top;
  write(top / "whole", 1, nullptr);
  const auto size = std::filesystem::file_size(top / "whole/risk.tif");
  for (const int threads : {1, 3}) {
    for (std::uintmax_t tenth = 0; tenth < 20; ++tenth) {
      std::string message;
      try {
        const testing::FileSizeLimit limit(size * tenth / 20 + (tenth == 0 ? 0 : 7));
        write(top / "out", threads, nullptr);
      } catch (const OutputError& error) {
        message = error.diagnostics().front().message.en;
      }
      BOOST_TEST(message.starts_with("cannot write '" + (top / (tenth == 0 ? "out" : "out/risk.tif")).string() + "': "),
                 threads << " threads, limit " << tenth << "/20: " << message);
      BOOST_TEST(!std::filesystem::exists(top / "out"));
    }
  }
}

BOOST_AUTO_TEST_CASE(one_byte_less_than_needed_is_an_error_too) {
  const testing::TempFolder top;
  write(top / "whole", 1, nullptr);
  const auto size = std::filesystem::file_size(top / "whole/risk.tif");
  for (const std::uintmax_t missing : {1U, 2U, 100U}) {
    const testing::FileSizeLimit limit(size - missing);
    BOOST_CHECK_THROW(write(top / "out", 1, nullptr), OutputError);
  }
}

BOOST_AUTO_TEST_CASE(streamed_rows_onto_a_full_disk_are_an_error) {
  const testing::TempFolder top;
  const GridSpec grid = testing::sample_grid(1500, 1300);
  const Raster<float> risk = testing::sample_risk(grid);
  const auto write_streamed = [&] {
    OutputSet outputs(top / "out", {"risk.tif"}, false);
    CogSink<float> sink(outputs.stage("risk.tif"), grid, testing::risk_description());
    for (std::int64_t row = 0; row < grid.rows; ++row) sink.write_rows(0, row, risk.row(row));
    sink.finish();
    outputs.commit({"map", "{}", {}}, RunStatus::complete);
  };
  for (const rlim_t bytes : {0UL, 1000UL, 300000UL, 2000000UL, 7000000UL}) {
    const testing::FileSizeLimit limit(bytes);
    BOOST_CHECK_THROW(write_streamed(), OutputError);
    BOOST_TEST(!std::filesystem::exists(top / "out"));
  }
}

BOOST_AUTO_TEST_CASE(an_interrupt_while_writing_leaves_nothing) {
  const testing::TempFolder top;
  for (const int after : {0, 1, 3, 8}) {
    Stopper stopper(after);
    BOOST_CHECK_THROW(write(top / "out", 2, &stopper), Interrupted);
    BOOST_TEST(!std::filesystem::exists(top / "out"));
  }
}

BOOST_AUTO_TEST_CASE(a_folder_in_the_way_and_an_unknown_crs_are_errors) {
  const testing::TempFolder top;
  GridSpec grid = testing::sample_grid(60, 50);
  const Raster<float> risk = testing::sample_risk(grid);
  const std::array bands{risk.view()};
  BOOST_CHECK_THROW(write_cog(top.path(), grid, testing::risk_description(), bands), OutputError);
  grid.crs = "EPSG:999999";
  BOOST_CHECK_THROW(write_cog(top / "a.tif", grid, testing::risk_description(), bands), OutputError);
}

}  // namespace sise

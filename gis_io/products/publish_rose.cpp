// Three files that belong together, beside whatever else stands in their folder.
#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "gis_io/products/rose_notes.hpp"
#include "gis_io/products/rose_product.hpp"
#include "gis_io/products/write_layers.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "gis_io/write/pictures/rose_picture.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

bool is_device(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void refuse_existing(const std::vector<fs::path>& files) {
  std::vector<std::string> existing;
  for (const fs::path& file : files) {
    if (fs::exists(file)) existing.push_back(file.string());
  }
  if (existing.empty()) return;
  throw OutputError("output_exists", {"there already: " + listed(existing), "已存在: " + listed(existing)}, {},
                    {"Give --overwrite to replace", "如需替换, 请加 --overwrite"});
}

/// Files under hidden names until all are complete; what is left of them goes with the object.
class Staging {
 public:
  explicit Staging(std::vector<fs::path> files) : files_(std::move(files)) {}
  ~Staging() {
    std::error_code ignored;
    for (const fs::path& file : files_) fs::remove(hidden(file), ignored);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  Staging(Staging&&) = delete;
  Staging& operator=(Staging&&) = delete;

  [[nodiscard]] static fs::path hidden(const fs::path& file) {
    return file.parent_path() / (std::string(kPartialPrefix) + file.filename().string());
  }
  void publish() const {
    for (const fs::path& file : files_) {
      std::error_code failure;
      fs::rename(hidden(file), file, failure);
      if (failure) throw_write_error(file, failure.value());
    }
  }

 private:
  std::vector<fs::path> files_;
};

PropertyList checksums(const std::vector<fs::path>& files) {
  PropertyList list;
  for (const fs::path& file : files) {
    list.emplace_back(
        PropertyObject{{"path", file.filename().string()}, {"sha256", sha256_of_file(Staging::hidden(file))}});
  }
  return list;
}

}  // namespace

std::vector<fs::path> rose_files(const fs::path& output) {
  if (is_device(output)) return {output};
  fs::path picture = output;
  fs::path summary = output;
  return {output, picture.replace_extension(".png"), summary.replace_extension(".json")};
}

void publish_rose(const RoseProduct& product, const fs::path& output, bool overwrite) {
  const std::vector<fs::path> files = rose_files(output);
  if (files.size() == 1) {
    write_file(output, product.csv);
    return;
  }
  if (fs::is_directory(output)) throw_write_error(output, EISDIR);
  if (!overwrite) refuse_existing(files);
  const Staging staging(files);
  write_file(Staging::hidden(files[0]), product.csv);
  write_rose_picture(Staging::hidden(files[1]), rose_picture(product));
  PropertyObject summary = product.summary;
  summary.push_back({"outputs", checksums({files[0], files[1]})});
  write_json(Staging::hidden(files[2]), summary, provenance_json(product.provenance));
  staging.publish();
}

}  // namespace sise

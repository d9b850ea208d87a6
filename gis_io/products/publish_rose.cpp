// Three files that belong together, beside whatever else stands in their folder.
#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "gis_io/products/rose_notes.hpp"
#include "gis_io/products/rose_product.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "gis_io/write/pictures/rose_picture.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/sha256.hpp"
#include "gis_io/write/provenance/transaction.hpp"
#include "gis_io/write/results/write_layers.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

bool is_device(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void refuse_existing(const fs::path& folder, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::vector<std::string> existing;
  existing.reserve(names.size());
  for (const std::string& name : names) existing.push_back((folder / name).lexically_normal().string());
  throw OutputError("output_exists", {"there already: " + listed(existing), "已存在: " + listed(existing)}, {},
                    {"Give --overwrite to replace", "如需替换, 请加 --overwrite"});
}

PropertyList checksums(const Transaction& files, const std::vector<std::string>& names) {
  PropertyList list;
  for (const std::string& name : names) {
    list.emplace_back(PropertyObject{{"path", name}, {"sha256", sha256_of_file(files.stage(name))}});
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
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const fs::path& file : files) names.push_back(file.filename().string());
  const fs::path folder = output.parent_path().empty() ? fs::path(".") : output.parent_path();
  refuse_inputs_as_outputs(folder, names, product.provenance.inputs);
  if (files.size() == 1) {
    write_file(output, product.csv);
    return;
  }
  std::error_code ignored;
  if (fs::is_directory(output, ignored)) throw_write_error(output, EISDIR);
  Transaction staged(folder, journal_of(names[0]), names);
  if (!overwrite) refuse_existing(folder, staged.existing());
  write_file(staged.stage(names[0]), product.csv);
  write_rose_picture(staged.stage(names[1]), rose_picture(product));
  PropertyObject summary = product.summary;
  summary.push_back({"outputs", checksums(staged, {names[0], names[1]})});
  write_json(staged.stage(names[2]), summary, provenance_json(product.provenance));
  staged.commit({});
}

}  // namespace sise

#include "gis_io/write/rasters/tiff_tags.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fstream>

#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

constexpr std::uint64_t kExtraSamples = 338;
constexpr std::uint64_t kBigTiffVersion = 43;

/// Sizes that differ between TIFF (32-bit offsets) and BigTIFF (64-bit offsets), in bytes.
struct Layout {
  std::uint64_t first_directory_at;
  std::uint64_t entry_count_size;
  std::uint64_t entry_size;
  std::uint64_t offset_size;
};

constexpr Layout kTiff{4, 2, 12, 4};
constexpr Layout kBigTiff{8, 8, 20, 8};

class TiffFile {
 public:
  explicit TiffFile(const std::filesystem::path& path)
      : path_(path), file_(path, std::ios::in | std::ios::out | std::ios::binary) {
    if (!file_) throw_write_error(path_, errno);
    if (number(0, 2) != 0x4949U) throw_write_error(path_, "not a little-endian TIFF");
    layout_ = number(2, 2) == kBigTiffVersion ? kBigTiff : kTiff;
  }

  void patch() {
    std::uint64_t directory = number(layout_.first_directory_at, layout_.offset_size);
    while (directory != 0) {
      const std::uint64_t entries = number(directory, layout_.entry_count_size);
      const std::uint64_t first = directory + layout_.entry_count_size;
      for (std::uint64_t i = 0; i < entries; ++i) patch_entry(first + i * layout_.entry_size);
      directory = number(first + entries * layout_.entry_size, layout_.offset_size);
    }
    file_.flush();
    if (!file_) throw_write_error(path_, errno);
  }

 private:
  /// An entry is tag (2), type (2), count, value; up to offset_size bytes of values stand in the entry itself.
  void patch_entry(std::uint64_t at) {
    if (number(at, 2) != kExtraSamples) return;
    const std::uint64_t count = number(at + 4, layout_.offset_size);
    const std::uint64_t value_at = at + 4 + layout_.offset_size;
    const std::uint64_t values = count * 2 <= layout_.offset_size ? value_at : number(value_at, layout_.offset_size);
    file_.seekp(static_cast<std::streamoff>(values));
    for (std::uint64_t i = 0; i < count; ++i) file_.write("\0\0", 2);
  }

  std::uint64_t number(std::uint64_t at, std::uint64_t bytes) {
    std::array<char, 8> raw{};
    file_.seekg(static_cast<std::streamoff>(at));
    file_.read(raw.data(), static_cast<std::streamsize>(bytes));
    if (!file_) throw_write_error(path_, "the file is shorter than its directory says");
    std::uint64_t value = 0;
    for (std::uint64_t i = bytes; i > 0; --i) value = value << 8U | static_cast<unsigned char>(raw.at(i - 1));
    return value;
  }

  std::filesystem::path path_;
  std::fstream file_;
  Layout layout_{};
};

}  // namespace

void declare_extra_samples_unspecified(const std::filesystem::path& path) { TiffFile(path).patch(); }

}  // namespace sise

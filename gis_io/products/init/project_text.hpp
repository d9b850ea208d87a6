// Lines of a project file with their comments. Not for use outside init.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "gis_io/products/init/guesses.hpp"

namespace sise {

class ProjectText {
 public:
  explicit ProjectText(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void section(const std::string& name);
  void remark(const Text& text);
  /// key = value; as a comment when it is open.
  void line(const std::string& key, const std::string& toml_value, const Text& why, bool sure = true);
  void fields(const std::string& section, const std::vector<FieldGuess>& guesses);
  /// The path of a source as the file must write it.
  [[nodiscard]] std::string path(const LayerSight& sight) const;

  [[nodiscard]] static std::string quoted(const std::string& text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t open() const { return open_; }
  [[nodiscard]] std::size_t written() const { return written_; }

 private:
  std::filesystem::path folder_;
  std::string text_;
  std::size_t open_ = 0;
  std::size_t written_ = 0;
};

}  // namespace sise

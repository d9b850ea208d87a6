// The one door through which GDAL opens what a user names.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "models/base/error.hpp"

class GDALDataset;

namespace sise {

struct DatasetCloser {
  void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

enum class DatasetKind { vector, raster };

/// What to open, and how far it is trusted.
struct DatasetRequest {
  std::string path;
  DatasetKind kind = DatasetKind::vector;
  const std::vector<std::string>& trusted;  ///< drivers that the project file names in [trust]
  bool database = false;                    ///< the project file says PG:
  std::vector<std::string> options;         ///< KEY=VALUE of the driver
};

/// Opens with the drivers of formats that hold their own data, and with those that are trusted. A file may be called
/// .geojson and be a list of addresses: GDAL goes by content. Throws InputError, "untrusted_driver" where another driver
/// would have opened it.
[[nodiscard]] DatasetPtr open_dataset(const DatasetRequest& request, const Location& where);

/// Names that [trust] may hold.
[[nodiscard]] std::vector<std::string> known_drivers();

}  // namespace sise

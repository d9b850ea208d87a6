// How a project file names a layer or a table; [units], [scenarios], [targets], [population] and --proposals share it.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

class OutlineLedger;

struct LayerConfig {
  std::filesystem::path source;  ///< resolved against the project file; a "PG:..." connection string as it is
  std::string source_text;       ///< as the user wrote it, for messages
  std::string layer;             ///< empty: the source's only layer
  std::string encoding;          ///< of the text; empty: as the file says, else detected
  std::string crs;               ///< "EPSG:4549", WKT ...; empty: as the file says
  std::map<std::string, std::string> fields;     ///< our name -> the layer's name, possibly with a trailing [unit]
  std::string x;                                 ///< a table's column of eastings
  std::string y;                                 ///< a table's column of northings
  std::string lon;                               ///< a table's column of longitudes, degrees
  std::string lat;                               ///< a table's column of latitudes, degrees
  std::string wkt;                               ///< a table's column of well-known text
  std::vector<std::string> ignore;               ///< columns that are not meant to be ours, whatever they are called
  std::map<std::string, std::string> constants;  ///< our name -> its value for every feature of the layer
  std::vector<std::string> our_names;       ///< by which the row of names is found in a sheet that has a title above it
  int header_row = 0;                       ///< where the names stand, 1-based; 0: found by them
  bool normalise = false;                   ///< of a wind rose: scale frequencies that rounding left a little off 1
  std::vector<std::string> trusted;         ///< drivers and virtual file systems that the project file names in [trust]
  std::shared_ptr<OutlineLedger> outlines;  ///< of the layers read so far; null: not compared
  bool may_connect = true;                  ///< a database may be named; never by proposals
  Location where;                           ///< of the section in the project file
};

}  // namespace sise
